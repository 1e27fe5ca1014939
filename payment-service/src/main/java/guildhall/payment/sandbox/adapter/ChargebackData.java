package guildhall.payment.sandbox.adapter;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.payment.chargeback.ChargebackReport;
import guildhall.payment.chargeback.ChargebackReport.PaymentChargedBack;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * @param reference what we called the charge: the id of the top-up
 */
record ChargebackData(
        @NotBlank @Size(max = 100) String chargebackId,
        @NotNull UUID reference,
        @NotNull Money amount,
        @NotBlank @Size(max = 100) String reason) {

    ChargebackReport received() {
        return new PaymentChargedBack(new PaymentIntentId(reference), chargebackId, amount, reason);
    }
}
