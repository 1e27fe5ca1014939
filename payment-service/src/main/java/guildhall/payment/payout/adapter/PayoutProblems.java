package guildhall.payment.payout.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import guildhall.payment.payout.PayoutRejection;
import guildhall.payment.payout.PayoutRejection.AboveDailyLimit;
import guildhall.payment.payout.PayoutRejection.AccountNotActive;
import guildhall.payment.payout.PayoutRejection.AccountOfOtherCurrency;
import guildhall.payment.payout.PayoutRejection.AccountOnHold;
import guildhall.payment.payout.PayoutRejection.AmountDiffers;
import guildhall.payment.payout.PayoutRejection.ApprovedByThemAlready;
import guildhall.payment.payout.PayoutRejection.BelowMinimum;
import guildhall.payment.payout.PayoutRejection.MoreThanAvailable;
import guildhall.payment.payout.PayoutRejection.NotAwaitingReview;
import guildhall.payment.payout.PayoutRejection.OutcomeContradicted;
import guildhall.payment.payout.PayoutRejection.OwesPlatform;
import guildhall.payment.payout.PayoutRejection.ReviewerIsRequester;
import guildhall.payment.payout.PayoutRejection.TooLate;
import guildhall.payment.payout.PayoutRejection.UnknownAccount;
import guildhall.payment.payout.PayoutRejection.UnknownPayout;
import guildhall.payment.payout.PayoutRejection.WalletFrozen;
import guildhall.runtime.web.Refusal;
import java.time.Instant;
import org.springframework.http.ProblemDetail;

/** Rejections as clients see them. */
final class PayoutProblems {

    static Refusal refusal(PayoutRejection rejection) {
        return new Refusal(
                switch (rejection) {
                    case UnknownPayout _ -> problem(NOT_FOUND, "payment/unknown-payout");
                    case UnknownAccount _ ->
                            problem(UNPROCESSABLE_CONTENT, "payment/unknown-payout-account");
                    case AccountNotActive _ ->
                            problem(CONFLICT, "payment/payout-account-not-active");
                    case AccountOnHold(var until) -> onHold(until);
                    case AccountOfOtherCurrency _ ->
                            problem(UNPROCESSABLE_CONTENT, "payment/other-currency");
                    case BelowMinimum _ ->
                            problem(UNPROCESSABLE_CONTENT, "payment/amount-too-small");
                    case MoreThanAvailable _ -> problem(CONFLICT, "payment/insufficient-funds");
                    case AboveDailyLimit _ ->
                            problem(UNPROCESSABLE_CONTENT, "payment/daily-limit-exceeded");
                    case WalletFrozen _ -> problem(CONFLICT, "payment/wallet-frozen");
                    case OwesPlatform _ -> problem(CONFLICT, "payment/debt-outstanding");
                    case ReviewerIsRequester _, ApprovedByThemAlready _ ->
                            problem(CONFLICT, "payment/second-person-needed");
                    case NotAwaitingReview _ ->
                            problem(CONFLICT, "payment/payout-not-awaiting-review");
                    case TooLate _ -> problem(CONFLICT, "payment/payout-too-late");
                    case AmountDiffers _, OutcomeContradicted _ ->
                            throw new IllegalStateException("Only a provider hears " + rejection);
                });
    }

    private static ProblemDetail onHold(Instant until) {
        var problem = problem(CONFLICT, "payment/payout-account-on-hold");
        problem.setProperty("until", until);
        return problem;
    }

    private PayoutProblems() {}
}
