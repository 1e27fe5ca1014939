/**
 * Who runs the platform. A plain feature over accounts.
 *
 * <p>The operator's configuration names the first member of staff; superadmins grant and revoke all
 * further roles. Moderators and administrators suspend and reinstate users, with a reason that goes
 * into the audit of operators before anything happens. Each change of a role is kept, with who made
 * it, in the account that it changes, in the same write. Losing a role ends the sessions, so it is
 * gone at once and not when a token expires.
 */
@NullMarked
package guildhall.identity.staff;

import org.jspecify.annotations.NullMarked;
