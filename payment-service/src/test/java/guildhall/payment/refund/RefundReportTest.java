package guildhall.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.CardRefundId;
import guildhall.messages.money.Money;
import guildhall.payment.refund.RefundCommand.ConfirmRefundFailed;
import guildhall.payment.refund.RefundCommand.ConfirmRefunded;
import guildhall.payment.refund.RefundReport.RefundRefused;
import guildhall.payment.refund.RefundReport.RefundSent;
import guildhall.payment.refund.RefundReport.RefundUnderway;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefundReportTest {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final CardRefundId REFUND = new CardRefundId(new UUID(0, 7));
    static final Money AMOUNT = Money.of(10_00, "USD");

    @Test
    void tellsTheRefundWhatTheProviderSaid() {
        assertThat(new RefundSent(REFUND, "re_1", AMOUNT).command(NOON))
                .contains(new ConfirmRefunded(REFUND, "re_1", AMOUNT, NOON));
        assertThat(new RefundRefused(REFUND, "EXPIRED").command(NOON))
                .contains(new ConfirmRefundFailed(REFUND, "EXPIRED", NOON));
    }

    @Test
    void saysNothingWhileTheProviderIsAtWork() {
        var underway = new RefundUnderway(REFUND);

        assertThat(underway.command(NOON)).isEmpty();
        assertThat(underway.subject()).isEqualTo(REFUND.value());
    }
}
