package guildhall.payment.sandbox.adapter;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.payment.chargeback.ChargebackReport;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * @param reference what we called the charge: the id of the top-up
 * @param returned what has come back, nothing unless the dispute was won
 */
record ChargebackData(
        @NotBlank @Size(max = 100) String chargebackId,
        @NotNull UUID reference,
        @NotNull Money amount,
        @NotNull Money returned,
        @NotBlank @Size(max = 100) String reason) {

    ChargebackReport report() {
        return new ChargebackReport(
                new PaymentIntentId(reference), chargebackId, amount, returned, reason);
    }
}
