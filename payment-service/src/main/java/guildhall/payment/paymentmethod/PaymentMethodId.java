package guildhall.payment.paymentmethod;

import java.util.UUID;

public record PaymentMethodId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
