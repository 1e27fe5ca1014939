/**
 * Subscriptions: plans that a party pays for period by period, and what they entitle it to.
 *
 * <pre>
 *  Absent ──trial──▶ Trialing ──paid──▶ Active ◀──paid── PastDue ──last try──▶ Expired
 *     └──────────────paid─────────────▶   │ └────not covered────▲                 ▲
 *                       └───cancel──────▶ Cancelled ────────────benefits over─────┘
 * </pre>
 *
 * <p>Every period is charged in advance out of AVAILABLE of the subscriber's wallet (posting rule
 * 14). When that does not cover it, or is frozen, the subscription is past due and the charge is
 * tried again after 1, 3, 5 and 7 days, counted from the day on which it was due; the subscriber
 * can also pay at once. Benefits last until the last try has failed. Days of the month stay: what
 * began on the 31st is renewed on the last day of a shorter month and on the 31st of the next long
 * one.
 *
 * <p>A dearer plan counts at once and costs the difference for the rest of the period, half up to
 * the minor unit; a cheaper one, or one with another period, counts from the next period. During a
 * trial any plan counts at once and costs nothing. A party has one trial in its life.
 *
 * <p><b>Plans</b> are versioned settings. A subscription keeps the version that it began its period
 * with; the next period takes the newest version that is in force.
 *
 * <p>Three days before a trial or a paid period ends, the subscriber is told what will be charged.
 *
 * <p>One timer per subscription wakes it when something is due. The timer is set again from the
 * state whenever something happened, so that one that comes too early or twice does no harm.
 *
 * <p>A period that was paid is invoiced and paid in the same transaction; one that was not is
 * invoiced when it is first missed, settled when it is paid, and voided when the subscription
 * expires.
 *
 * <p><b>Invariants</b>: a party has at most one subscription that has not expired · a period is
 * charged once · a cancelled subscription is never charged again. Held by the decider and by the
 * database.
 *
 * <p>Reports {@code payment.subscription-activated.v1} with the entitlements, {@code -past-due},
 * {@code -renews-soon}, {@code -cancelled} and {@code -expired}.
 */
@NullMarked
package guildhall.payment.subscription;

import org.jspecify.annotations.NullMarked;
