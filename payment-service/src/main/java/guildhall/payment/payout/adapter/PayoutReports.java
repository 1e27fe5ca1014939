package guildhall.payment.payout.adapter;

import guildhall.payment.payout.PayoutDesk;
import guildhall.payment.payout.PayoutRejection.AmountDiffers;
import guildhall.payment.payout.PayoutRejection.UnknownPayout;
import guildhall.payment.payout.PayoutReport;
import guildhall.payment.webhook.FactHandler;
import guildhall.payment.webhook.WebhookOutcome;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells payouts what a provider said about them. */
@Component
class PayoutReports implements FactHandler<PayoutReport> {
    private final PayoutDesk desk;

    PayoutReports(PayoutDesk desk) {
        this.desk = desk;
    }

    @Override
    public Class<PayoutReport> facts() {
        return PayoutReport.class;
    }

    @Override
    public WebhookOutcome handle(PayoutReport report, Instant at) {
        return report.command(at)
                .map(command ->
                        switch (desk.handle(command)) {
                            case Accepted(var events) ->
                                    events.isEmpty()
                                            ? WebhookOutcome.KNOWN
                                            : WebhookOutcome.APPLIED;
                            case Rejected(UnknownPayout _) -> WebhookOutcome.UNKNOWN_REFERENCE;
                            case Rejected(AmountDiffers _) -> WebhookOutcome.AMOUNT_DIFFERS;
                            case Rejected(var _) -> WebhookOutcome.CONTRADICTED;
                        })
                .orElse(WebhookOutcome.KNOWN);
    }
}
