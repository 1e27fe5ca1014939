/** What business and talent profiles have in common. */
@NullMarked
package guildhall.identity.profile;

import org.jspecify.annotations.NullMarked;
