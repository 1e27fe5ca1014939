/** Telling people what happened: in the application, live, and by mail. */
@NullMarked
package guildhall.notification;

import org.jspecify.annotations.NullMarked;
