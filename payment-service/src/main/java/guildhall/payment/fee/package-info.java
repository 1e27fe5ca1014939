/**
 * What the platform earns. A fee schedule is a version of all prices: for every kind of contract
 * what the payee is charged (marginal tiers over all that the client has ever paid this talent in
 * this currency, at most the rate of the seller's level and plan, at least a minimum), and what the
 * buyer pays on top. Amounts are exact and rounded half up to the minor unit once.
 *
 * <p>Schedules are versioned by configuration. The version, the kind of contract, level and plan
 * are taken down when an escrow is funded, so that nothing that changes later changes the price of
 * a running contract; only the billing of the pair is the one at the release. The buyer fee is
 * taken at the funding, deferred, earned pro rata as money is released and given back pro rata as
 * it is refunded; the last movement takes what is left, so that no cent is forgotten.
 *
 * <p>A preview is the same computation on the same numbers, so it equals the posting that follows.
 *
 * <p>Invariants: 0 ≤ fee ≤ gross · fee + net = gross · level and plan never raise a rate · the
 * lifetime billing of a pair is the sum of its released gross amounts, less what disputes took
 * back, and is locked while a release is priced.
 */
@NullMarked
package guildhall.payment.fee;

import org.jspecify.annotations.NullMarked;
