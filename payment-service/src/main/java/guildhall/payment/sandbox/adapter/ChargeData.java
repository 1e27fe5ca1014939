package guildhall.payment.sandbox.adapter;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.payment.topup.Cancellation;
import guildhall.payment.topup.ChargeReport;
import guildhall.payment.topup.ChargeReport.ChargeAwaitsPayer;
import guildhall.payment.topup.ChargeReport.ChargeCancelled;
import guildhall.payment.topup.ChargeReport.ChargeFailed;
import guildhall.payment.topup.ChargeReport.ChargeProcessing;
import guildhall.payment.topup.ChargeReport.ChargeSucceeded;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param reference what we called the charge: the id of the top-up
 * @param declineCode only when the charge failed
 * @param cancelledBy only when it was cancelled
 */
record ChargeData(
        @NotBlank @Size(max = 100) String chargeId,
        @NotNull UUID reference,
        @NotNull Money amount,
        @Nullable @Size(max = 100) String declineCode,
        @Nullable Cancellation cancelledBy) {

    ChargeReport awaitsPayer() {
        return new ChargeAwaitsPayer(intent(), chargeId);
    }

    ChargeReport processing() {
        return new ChargeProcessing(intent(), chargeId);
    }

    ChargeReport succeeded() {
        return new ChargeSucceeded(intent(), chargeId, amount);
    }

    ChargeReport failed() {
        return new ChargeFailed(intent(), chargeId, declineCode == null ? "DECLINED" : declineCode);
    }

    ChargeReport cancelled() {
        return new ChargeCancelled(
                intent(), cancelledBy == null ? Cancellation.PROVIDER : cancelledBy);
    }

    private PaymentIntentId intent() {
        return new PaymentIntentId(reference);
    }
}
