package guildhall.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.payment.chargeback.ChargebackReport;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StripeDisputeTest {
    static final PaymentIntentId PAYMENT = new PaymentIntentId(new UUID(7, 1));

    @Test
    void saysNothingAsLongAsNoMoneyHasMoved() {
        assertThat(report()).isEmpty();
    }

    @Test
    void saysWhatWasWithdrawnAndWhatCameBack() {
        assertThat(report(-100_00L)).contains(moved(100_00, 0));
        assertThat(report(-100_00L, 100_00L)).contains(moved(100_00, 100_00));
        assertThat(report(90_00L, -100_00L)).contains(moved(100_00, 90_00));
    }

    private static Optional<ChargebackReport> report(Long... changes) {
        return new StripeDispute("dp_1", "product_not_received", "usd", List.of(changes))
                .report(PAYMENT);
    }

    private static ChargebackReport moved(long taken, long returned) {
        return new ChargebackReport(
                PAYMENT,
                "dp_1",
                Money.of(taken, "USD"),
                Money.of(returned, "USD"),
                "PRODUCT_NOT_RECEIVED");
    }
}
