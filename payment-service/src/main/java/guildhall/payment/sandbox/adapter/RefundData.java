package guildhall.payment.sandbox.adapter;

import guildhall.messages.id.CardRefundId;
import guildhall.messages.money.Money;
import guildhall.payment.refund.RefundReport;
import guildhall.payment.refund.RefundReport.RefundRefused;
import guildhall.payment.refund.RefundReport.RefundSent;
import guildhall.payment.refund.RefundReport.RefundUnderway;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param reference what we called the refund
 * @param failureCode only when nothing was sent back
 */
record RefundData(
        @NotBlank @Size(max = 100) String refundId,
        @NotNull UUID reference,
        @NotNull Money amount,
        @Nullable @Size(max = 100) String failureCode) {

    RefundReport processing() {
        return new RefundUnderway(refund());
    }

    RefundReport succeeded() {
        return new RefundSent(refund(), refundId, amount);
    }

    RefundReport failed() {
        return new RefundRefused(refund(), failureCode == null ? "REFUSED" : failureCode);
    }

    private CardRefundId refund() {
        return new CardRefundId(reference);
    }
}
