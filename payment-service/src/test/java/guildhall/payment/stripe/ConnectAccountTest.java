package guildhall.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.PayoutAccountId;
import guildhall.payment.payout.RefusalKind;
import guildhall.payment.payoutaccount.AccountReport;
import guildhall.payment.payoutaccount.AccountReport.AccountClosed;
import guildhall.payment.payoutaccount.AccountReport.AccountNeedsAttention;
import guildhall.payment.payoutaccount.AccountReport.AccountVerified;
import guildhall.payment.payoutaccount.Destination;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConnectAccountTest {
    static final PayoutAccountId ID = new PayoutAccountId(new UUID(4, 1));
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final Destination BANK = new Destination("ba_1", "6789");

    @Test
    void isVerifiedOnceStripePaysOutToANamedDestination() {
        assertThat(report(true, true, "", BANK)).contains(new AccountVerified(ID, BANK, NOON));
        assertThat(report(true, true, "", ConnectAccount.NOWHERE)).isEmpty();
        assertThat(report(true, false, "", BANK)).isEmpty();
    }

    @Test
    void needsAttentionOnlyAfterTheOwnerHasAnsweredAtFirst() {
        assertThat(report(false, false, "requirements.past_due", BANK)).isEmpty();
        assertThat(report(true, false, "requirements.past_due", BANK))
                .contains(new AccountNeedsAttention(ID, "REQUIREMENTS_PAST_DUE", NOON));
    }

    @Test
    void isClosedWhenStripeRejectsTheOwner() {
        assertThat(report(true, false, "rejected.fraud", BANK))
                .contains(new AccountClosed(ID, NOON));
        assertThat(report(false, false, "rejected.listed", ConnectAccount.NOWHERE))
                .contains(new AccountClosed(ID, NOON));
    }

    @Test
    void tellsWhatARefusalMeans() {
        assertThat(StripeRefusal.kind("account_closed"))
                .isEqualTo(RefusalKind.DESTINATION_REJECTED);
        assertThat(StripeRefusal.kind("balance_insufficient")).isEqualTo(RefusalKind.TEMPORARY);
        assertThat(StripeRefusal.kind("something_new")).isEqualTo(RefusalKind.FINAL);
        assertThat(StripeRefusal.reason("account_closed")).isEqualTo("ACCOUNT_CLOSED");
    }

    private static Optional<AccountReport> report(
            boolean submitted, boolean payable, String reason, Destination destination) {
        return new ConnectAccount(submitted, payable, reason, destination).report(ID, NOON);
    }
}
