/**
 * Rewards of referrals: whoever decides that a referral deserves one commands it on {@code
 * payment.referral.commands}; the platform pays it out of its own pocket, PROMO_EXPENSE to
 * AVAILABLE of the beneficiary (posting rule 15), at once.
 *
 * <p>The referral id is the idempotency key: a repeated command gets the answer of the first one,
 * one with other terms is refused with TERMS_DIFFER. Rewards above the configured limit are refused
 * with ABOVE_LIMIT and leave no trace. Answers on {@code payment.referral.events}.
 *
 * <p>Invariant: a referral is rewarded at most once.
 */
@NullMarked
package guildhall.payment.referral;

import org.jspecify.annotations.NullMarked;
