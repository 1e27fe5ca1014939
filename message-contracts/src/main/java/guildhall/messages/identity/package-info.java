/** What identity-service says: users, sessions, profiles, verifications. */
@NullMarked
package guildhall.messages.identity;

import org.jspecify.annotations.NullMarked;
