package guildhall.payment.topup;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.payment.topup.ChargeReport.ChargeAwaitsPayer;
import guildhall.payment.topup.ChargeReport.ChargeCancelled;
import guildhall.payment.topup.ChargeReport.ChargeFailed;
import guildhall.payment.topup.ChargeReport.ChargeProcessing;
import guildhall.payment.topup.ChargeReport.ChargeSucceeded;
import guildhall.payment.topup.PaymentProvider.Confirmation;
import guildhall.payment.topup.TopUpCommand.ConfirmCancellation;
import guildhall.payment.topup.TopUpCommand.ConfirmCapture;
import guildhall.payment.topup.TopUpCommand.ConfirmDecline;
import guildhall.payment.topup.TopUpCommand.NoteAction;
import guildhall.payment.topup.TopUpCommand.NoteProcessing;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChargeReportTest {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final PaymentIntentId INTENT = new PaymentIntentId(new UUID(0, 7));
    static final Money AMOUNT = Money.of(100_00, "USD");

    @Test
    void tellsTheTopUpWhatTheProviderSaid() {
        assertThat(new ChargeProcessing(INTENT, "ch_1").command(NOON))
                .isEqualTo(new NoteProcessing(INTENT, "ch_1"));
        assertThat(new ChargeAwaitsPayer(INTENT, "ch_1").command(NOON))
                .isEqualTo(new NoteAction(INTENT, "ch_1", NOON));
        assertThat(new ChargeCancelled(INTENT, Cancellation.PAYER).command(NOON))
                .isEqualTo(new ConfirmCancellation(INTENT, Cancellation.PAYER, NOON));
        assertThat(new ChargeSucceeded(INTENT, "ch_1", AMOUNT).command(NOON))
                .isEqualTo(new ConfirmCapture(INTENT, "ch_1", AMOUNT, NOON));
        assertThat(new ChargeFailed(INTENT, "ch_1", "STOLEN").command(NOON))
                .isEqualTo(new ConfirmDecline(INTENT, "ch_1", "STOLEN", NOON));
    }

    @Test
    void isAboutTheIntent() {
        assertThat(new ChargeProcessing(INTENT, "ch_1").subject()).isEqualTo(INTENT.value());
    }

    @Test
    void keepsSecretsOutOfLogs() {
        assertThat(new Confirmation("stripe", "pi_secret")).hasToString("Confirmation[stripe]");
    }
}
