/** What identity-service says: users, sessions, profiles. */
@NullMarked
package guildhall.messages.identity;

import org.jspecify.annotations.NullMarked;
