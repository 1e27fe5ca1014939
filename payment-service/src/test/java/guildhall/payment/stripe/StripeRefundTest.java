package guildhall.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.CardRefundId;
import guildhall.messages.money.Money;
import guildhall.payment.refund.RefundReport;
import guildhall.payment.refund.RefundReport.RefundRefused;
import guildhall.payment.refund.RefundReport.RefundSent;
import guildhall.payment.refund.RefundReport.RefundUnderway;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StripeRefundTest {
    static final CardRefundId REFUND = new CardRefundId(new UUID(7, 2));

    @Test
    void isUnderwayUntilStripeHasAnAnswer() {
        assertThat(report("pending", "")).isEqualTo(new RefundUnderway(REFUND));
        assertThat(report("requires_action", "")).isEqualTo(new RefundUnderway(REFUND));
    }

    @Test
    void saysWhatWasSentInOurUnits() {
        assertThat(report("succeeded", ""))
                .isEqualTo(new RefundSent(REFUND, "re_1", Money.of(5_00, "ISK")));
    }

    @Test
    void saysInOurWordsWhyItFailed() {
        assertThat(report("failed", "expired_or_canceled_card"))
                .isEqualTo(new RefundRefused(REFUND, "EXPIRED_OR_CANCELED_CARD"));
        assertThat(report("canceled", "")).isEqualTo(new RefundRefused(REFUND, "CANCELLED"));
    }

    private static RefundReport report(String status, String failure) {
        return new StripeRefund("re_1", status, 500_00, "isk", failure).report(REFUND);
    }
}
