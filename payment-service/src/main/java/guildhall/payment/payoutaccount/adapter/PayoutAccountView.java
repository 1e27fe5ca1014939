package guildhall.payment.payoutaccount.adapter;

import guildhall.messages.party.Party;
import guildhall.payment.payoutaccount.PayoutAccount.Opened;
import guildhall.payment.payoutaccount.PayoutAccount.Restricted;
import guildhall.payment.payoutaccount.PayoutMethod;
import guildhall.payment.payoutaccount.RestrictedBy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record PayoutAccountView(
        UUID id,
        AccountStatus status,
        Party owner,
        PayoutMethod method,
        String currency,
        @Schema(example = "sandbox") String provider,
        @Schema(description = "Empty when the provider does not tell", example = "4242")
                String lastFour,
        @Schema(description = "Nothing is paid there before this time") Instant payoutsFrom,
        @Schema(description = "Only when RESTRICTED") @Nullable RestrictedBy restrictedBy,
        @Schema(description = "Only when RESTRICTED") @Nullable String restriction,
        Instant openedAt) {

    static PayoutAccountView of(Opened account, Duration hold) {
        var details = account.details();
        var restricted = account instanceof Restricted r ? r : null;
        return new PayoutAccountView(
                details.id().value(),
                AccountStatus.of(account),
                details.owner().party(),
                details.method(),
                details.currency().getCurrencyCode(),
                details.provider(),
                details.destination().lastFour(),
                details.payoutsFrom(hold),
                restricted == null ? null : restricted.by(),
                restricted == null ? null : restricted.reason(),
                details.openedAt());
    }
}
