/**
 * How often one caller may ask. Fixed windows counted in Redis, so that all instances of the
 * gateway share them; an instance takes permits in small leases, so that most requests cost no
 * round trip.
 *
 * <p>Invariants: never more permits in a window than the policy says, whatever the number of
 * instances. A caller may be refused early by at most what other instances hold in leases, a
 * twentieth of the limit each. Redis away: every instance counts for itself and says so in a
 * metric, because refusing everybody would be worse.
 */
@NullMarked
package guildhall.gateway.limit;

import org.jspecify.annotations.NullMarked;
