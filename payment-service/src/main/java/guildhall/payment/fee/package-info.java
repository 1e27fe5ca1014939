/**
 * What the platform earns. The fee is computed when money is released, on the gross amount, by the
 * schedule then in force: marginal tiers over all that the client has ever paid this talent in this
 * currency, rounded half up to the minor unit, once. A preview is the same computation on the same
 * numbers, so it equals the posting that follows it.
 *
 * <p>Schedules are versioned by configuration; a release remembers the version that priced it.
 *
 * <p>Invariants: 0 ≤ fee ≤ gross · fee + net = gross · the lifetime billing of a pair is the sum of
 * its released gross amounts and is locked while a release is priced.
 */
@NullMarked
package guildhall.payment.fee;

import org.jspecify.annotations.NullMarked;
