/** What notification-service obeys and says. */
@NullMarked
package guildhall.messages.notification;

import org.jspecify.annotations.NullMarked;
