package guildhall.payment.sandbox.adapter;

import guildhall.messages.id.PayoutAccountId;
import guildhall.payment.payoutaccount.AccountReport;
import guildhall.payment.payoutaccount.AccountReport.AccountClosed;
import guildhall.payment.payoutaccount.AccountReport.AccountNeedsAttention;
import guildhall.payment.payoutaccount.AccountReport.AccountVerified;
import guildhall.payment.payoutaccount.Destination;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param reference what we called the account
 * @param reason only when it is restricted
 * @param reportedAt when the provider came to this conclusion
 */
record AccountData(
        @NotBlank @Size(max = 100) String accountId,
        @NotNull UUID reference,
        @NotNull @Size(max = 200) String token,
        @NotNull @Pattern(regexp = "[0-9A-Za-z]{0,4}") String lastFour,
        @Nullable @Size(max = 100) String reason,
        @NotNull Instant reportedAt) {

    AccountReport verified() {
        return new AccountVerified(account(), new Destination(token, lastFour), reportedAt);
    }

    AccountReport restricted() {
        return new AccountNeedsAttention(
                account(), reason == null ? "RESTRICTED" : reason, reportedAt);
    }

    AccountReport closed() {
        return new AccountClosed(account(), reportedAt);
    }

    private PayoutAccountId account() {
        return new PayoutAccountId(reference);
    }
}
