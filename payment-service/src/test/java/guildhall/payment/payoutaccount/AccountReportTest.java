package guildhall.payment.payoutaccount;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.PayoutAccountId;
import guildhall.payment.payoutaccount.AccountReport.AccountClosed;
import guildhall.payment.payoutaccount.AccountReport.AccountNeedsAttention;
import guildhall.payment.payoutaccount.AccountReport.AccountVerified;
import guildhall.payment.payoutaccount.PayoutAccountCommand.NoteClosed;
import guildhall.payment.payoutaccount.PayoutAccountCommand.NoteRestricted;
import guildhall.payment.payoutaccount.PayoutAccountCommand.NoteVerified;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountReportTest {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final Instant BEFORE = NOON.minusSeconds(60);
    static final PayoutAccountId ACCOUNT = new PayoutAccountId(new UUID(0, 7));
    static final Destination BANK = new Destination("tok_4242", "4242");

    @Test
    void tellsTheAccountWhatTheProviderSaid() {
        assertThat(new AccountVerified(ACCOUNT, BANK, BEFORE).command(NOON))
                .isEqualTo(new NoteVerified(ACCOUNT, BANK, BEFORE, NOON));
        assertThat(new AccountNeedsAttention(ACCOUNT, "PAPERS", BEFORE).command(NOON))
                .isEqualTo(new NoteRestricted(ACCOUNT, "PAPERS", BEFORE, NOON));
        assertThat(new AccountClosed(ACCOUNT, BEFORE).command(NOON))
                .isEqualTo(new NoteClosed(ACCOUNT, BEFORE, NOON));
    }

    @Test
    void isAboutTheAccount() {
        assertThat(new AccountClosed(ACCOUNT, BEFORE).subject()).isEqualTo(ACCOUNT.value());
    }

    @Test
    void keepsTokensOutOfLogs() {
        assertThat(BANK).hasToString("…4242");
    }
}
