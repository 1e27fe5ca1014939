package guildhall.payment.sandbox.adapter;

import guildhall.messages.money.Money;
import guildhall.payment.chargeback.ChargebackReport;
import guildhall.payment.chargeback.ChargebackReport.FeeCharged;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * @param reference what we called the thing that the fee is for
 */
record FeeData(
        @NotBlank @Size(max = 100) String feeId, @NotNull UUID reference, @NotNull Money amount) {

    ChargebackReport charged() {
        return new FeeCharged(reference, feeId, amount);
    }
}
