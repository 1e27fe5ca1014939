package guildhall.payment.adjustment.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import guildhall.payment.adjustment.AdjustmentRejection;
import guildhall.payment.adjustment.AdjustmentRejection.AlreadyDecided;
import guildhall.payment.adjustment.AdjustmentRejection.AlreadyReversed;
import guildhall.payment.adjustment.AdjustmentRejection.DailyLimitReached;
import guildhall.payment.adjustment.AdjustmentRejection.NeedsAdministrator;
import guildhall.payment.adjustment.AdjustmentRejection.NotCovered;
import guildhall.payment.adjustment.AdjustmentRejection.NotReversible;
import guildhall.payment.adjustment.AdjustmentRejection.OwnRequest;
import guildhall.payment.adjustment.AdjustmentRejection.OwnWallet;
import guildhall.payment.adjustment.AdjustmentRejection.SomebodyElsesRequest;
import guildhall.payment.adjustment.AdjustmentRejection.TooLarge;
import guildhall.payment.adjustment.AdjustmentRejection.UnknownAdjustment;
import guildhall.payment.adjustment.AdjustmentRejection.UnknownJournal;
import guildhall.payment.adjustment.AdjustmentRejection.UnknownWallet;
import guildhall.payment.adjustment.AdjustmentRejection.WalletIsClosed;
import org.springframework.http.ProblemDetail;

/** Why staff cannot have it, as HTTP says it. */
final class AdjustmentProblems {

    static ProblemDetail of(AdjustmentRejection rejection) {
        return switch (rejection) {
            case UnknownAdjustment _ -> problem(NOT_FOUND, "payment/unknown-adjustment");
            case UnknownJournal _ -> problem(NOT_FOUND, "payment/unknown-journal");
            case UnknownWallet _ -> problem(UNPROCESSABLE_CONTENT, "payment/wallet-never-used");
            case NotReversible _ ->
                    problem(UNPROCESSABLE_CONTENT, "payment/journal-not-reversible");
            case AlreadyReversed _ -> problem(CONFLICT, "payment/journal-already-reversed");
            case TooLarge _ -> problem(UNPROCESSABLE_CONTENT, "payment/adjustment-too-large");
            case OwnRequest _ -> problem(CONFLICT, "payment/second-person-needed");
            case SomebodyElsesRequest _ -> problem(CONFLICT, "payment/adjustment-of-somebody-else");
            case OwnWallet _ -> problem(UNPROCESSABLE_CONTENT, "payment/own-wallet");
            case NeedsAdministrator _ -> problem(FORBIDDEN, "payment/administrator-needed");
            case DailyLimitReached _ ->
                    problem(UNPROCESSABLE_CONTENT, "payment/daily-limit-reached");
            case WalletIsClosed _ -> problem(CONFLICT, "payment/wallet-closed");
            case NotCovered _ -> problem(CONFLICT, "payment/insufficient-funds");
            case AlreadyDecided _ -> problem(CONFLICT, "payment/adjustment-already-decided");
        };
    }

    private AdjustmentProblems() {}
}
