package guildhall.payment.refund.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import guildhall.payment.refund.RefundRejection;
import guildhall.payment.refund.RefundRejection.AmountDiffers;
import guildhall.payment.refund.RefundRejection.AnotherIsOpen;
import guildhall.payment.refund.RefundRejection.ApprovedByThemAlready;
import guildhall.payment.refund.RefundRejection.MoreThanAvailable;
import guildhall.payment.refund.RefundRejection.MoreThanRefundable;
import guildhall.payment.refund.RefundRejection.NotAwaitingDecision;
import guildhall.payment.refund.RefundRejection.OutcomeContradicted;
import guildhall.payment.refund.RefundRejection.OwesPlatform;
import guildhall.payment.refund.RefundRejection.PaymentNotSettled;
import guildhall.payment.refund.RefundRejection.PaymentOfOtherCurrency;
import guildhall.payment.refund.RefundRejection.ReviewerIsRequester;
import guildhall.payment.refund.RefundRejection.UnknownPayment;
import guildhall.payment.refund.RefundRejection.UnknownRefund;
import guildhall.payment.refund.RefundRejection.WalletFrozen;
import guildhall.runtime.web.Refusal;

/** Rejections as clients see them. */
final class RefundProblems {

    static Refusal refusal(RefundRejection rejection) {
        return new Refusal(
                switch (rejection) {
                    case UnknownRefund _ -> problem(NOT_FOUND, "payment/unknown-refund");
                    case UnknownPayment _ ->
                            problem(UNPROCESSABLE_CONTENT, "payment/unknown-top-up");
                    case PaymentNotSettled _ -> problem(CONFLICT, "payment/top-up-not-settled");
                    case PaymentOfOtherCurrency _ ->
                            problem(UNPROCESSABLE_CONTENT, "payment/other-currency");
                    case AnotherIsOpen _ -> problem(CONFLICT, "payment/refund-open");
                    case MoreThanRefundable _ ->
                            problem(UNPROCESSABLE_CONTENT, "payment/more-than-refundable");
                    case MoreThanAvailable _ -> problem(CONFLICT, "payment/insufficient-funds");
                    case WalletFrozen _ -> problem(CONFLICT, "payment/wallet-frozen");
                    case OwesPlatform _ -> problem(CONFLICT, "payment/debt-outstanding");
                    case ReviewerIsRequester _, ApprovedByThemAlready _ ->
                            problem(CONFLICT, "payment/second-person-needed");
                    case NotAwaitingDecision _ ->
                            problem(CONFLICT, "payment/refund-not-awaiting-decision");
                    case AmountDiffers _, OutcomeContradicted _ ->
                            throw new IllegalStateException("Only a provider hears " + rejection);
                });
    }

    private RefundProblems() {}
}
