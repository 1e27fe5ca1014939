/**
 * Payouts: money that a party withdraws to one of its payout accounts.
 *
 * <pre>
 *  Pending ──submitted──▶ Processing ──paid──▶ Completed ──bank──▶ Returned
 *   │  │ ▲                  │   └──refused for good, or too often──▶ Failed
 *   │  │ └──refused for now─┘                                          ▲
 *   │  └──review says no───────────────────────────────────────────────┘
 *   └──owner──▶ Cancelled
 * </pre>
 *
 * <p><b>Request.</b> Refused below the minimum (10 major units), above what is available, above the
 * daily limit of the party's tier, when the party owes the platform something, and unless the
 * account is active, of the same currency and past its hold. An accepted request takes the whole
 * amount out of the wallet at once (posting rule 8): the fee of an instant payout (1 %) is earned
 * and the rest is in transit. Above a threshold somebody of finance who is not the requester has to
 * approve, and for a large amount a second person as well (see {@link guildhall.payment.approval});
 * until then nothing is submitted, the owner may still cancel, and anybody of finance may say no.
 *
 * <p><b>Tiers.</b> The daily limit is that of the tier which the party has when it asks (see {@link
 * guildhall.payment.verification}); nobody has less than the configured default, because the mail
 * address of every party is verified at registration. When a tier falls, what was accepted before
 * goes on and counts towards the new limit, so the party waits until a day's worth of it has passed
 * or it is verified again.
 *
 * <p><b>Submission.</b> Instant payouts are submitted with the request, the others by a chore in
 * batches; every instance may do so, because each takes rows that nobody else has locked. A payout
 * is committed as Processing before the provider hears of it, and the provider knows each try by
 * payout and attempt, so neither a crash nor a repetition pays twice. What the provider refuses for
 * the moment is submitted again, three times in all. While staff has frozen the wallet, or its
 * owner owes the platform something, nothing is submitted, whatever was requested before.
 *
 * <p><b>Result.</b> Arrives by webhook, any number of times and in any order. When it stays away, a
 * timer asks: after a minute when it is not known whether the request arrived, else after three
 * days. A payout without a result for seven days is stuck: {@code guildhall.payment.payouts.stuck}
 * counts those, and people look. A failure returns the whole amount, fee included; when the bank
 * rejected the destination, the account is restricted until its owner corrects it (process C11,
 * payout). A bank may send back days later what was reported as paid: the whole amount, fee
 * included, is in the wallet again and the account is restricted. That it was paid may be told
 * after that it came back.
 *
 * <p><b>Invariants.</b> The money of a payout is in exactly one place: wallet, transit, or paid · a
 * payout is paid at most once, and comes back at most once: a result that contradicts an earlier
 * one is refused and left to people · nobody approves a payout of their own, or twice.
 *
 * <p>Reports {@code payment.payout-requested.v1}, {@code payment.payout-completed.v1}, {@code
 * payment.payout-returned.v1}, {@code payment.payout-failed.v1} and {@code
 * payment.payout-cancelled.v1}.
 */
@NullMarked
package guildhall.payment.payout;

import org.jspecify.annotations.NullMarked;
