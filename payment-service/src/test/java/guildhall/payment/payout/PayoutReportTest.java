package guildhall.payment.payout;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.PayoutId;
import guildhall.messages.money.Money;
import guildhall.payment.payout.PayoutCommand.ConfirmPaid;
import guildhall.payment.payout.PayoutCommand.ConfirmRefused;
import guildhall.payment.payout.PayoutCommand.ConfirmReturned;
import guildhall.payment.payout.PayoutReport.PayoutPaid;
import guildhall.payment.payout.PayoutReport.PayoutRefused;
import guildhall.payment.payout.PayoutReport.PayoutSentBack;
import guildhall.payment.payout.PayoutReport.PayoutUnderway;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PayoutReportTest {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final PayoutId PAYOUT = new PayoutId(new UUID(0, 7));
    static final Money NET = Money.of(99_00, "USD");

    @Test
    void tellsThePayoutWhatTheProviderSaid() {
        assertThat(new PayoutPaid(PAYOUT, 2, "tr_1", NET).command(NOON))
                .contains(new ConfirmPaid(PAYOUT, 2, "tr_1", NET, NOON));
        assertThat(new PayoutRefused(PAYOUT, 2, "CLOSED", RefusalKind.FINAL).command(NOON))
                .contains(new ConfirmRefused(PAYOUT, 2, "CLOSED", RefusalKind.FINAL, NOON));
        assertThat(new PayoutSentBack(PAYOUT, 2, "tr_1", NET, "CLOSED").command(NOON))
                .contains(new ConfirmReturned(PAYOUT, 2, "tr_1", NET, "CLOSED", NOON));
    }

    @Test
    void saysNothingWhileTheProviderIsAtWork() {
        var underway = new PayoutUnderway(PAYOUT, 1);

        assertThat(underway.command(NOON)).isEmpty();
        assertThat(underway.subject()).isEqualTo(PAYOUT.value());
    }
}
