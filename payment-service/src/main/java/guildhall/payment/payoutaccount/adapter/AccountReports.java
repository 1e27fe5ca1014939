package guildhall.payment.payoutaccount.adapter;

import guildhall.payment.payoutaccount.AccountReport;
import guildhall.payment.payoutaccount.PayoutAccountDesk;
import guildhall.payment.webhook.FactHandler;
import guildhall.payment.webhook.WebhookOutcome;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells payout accounts what a provider said about them. */
@Component
class AccountReports implements FactHandler<AccountReport> {
    private final PayoutAccountDesk desk;

    AccountReports(PayoutAccountDesk desk) {
        this.desk = desk;
    }

    @Override
    public Class<AccountReport> facts() {
        return AccountReport.class;
    }

    @Override
    public WebhookOutcome handle(AccountReport report, Instant at) {
        return switch (desk.handle(report.command(at))) {
            case Accepted(var events) ->
                    events.isEmpty() ? WebhookOutcome.KNOWN : WebhookOutcome.APPLIED;
            case Rejected(var _) -> WebhookOutcome.UNKNOWN_REFERENCE;
        };
    }
}
