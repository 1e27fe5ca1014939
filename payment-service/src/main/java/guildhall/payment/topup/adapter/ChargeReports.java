package guildhall.payment.topup.adapter;

import guildhall.payment.topup.ChargeReport;
import guildhall.payment.topup.TopUpRejection.AmountDiffers;
import guildhall.payment.topup.TopUpRejection.OutcomeContradicted;
import guildhall.payment.topup.TopUpRejection.UnknownIntent;
import guildhall.payment.topup.TopUps;
import guildhall.payment.webhook.FactHandler;
import guildhall.payment.webhook.WebhookOutcome;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells top-ups what a provider said about their charges. */
@Component
class ChargeReports implements FactHandler<ChargeReport> {
    private final TopUps topUps;

    ChargeReports(TopUps topUps) {
        this.topUps = topUps;
    }

    @Override
    public Class<ChargeReport> facts() {
        return ChargeReport.class;
    }

    @Override
    public WebhookOutcome handle(ChargeReport report, Instant at) {
        return switch (topUps.handle(report.command(at))) {
            case Accepted(var events) ->
                    events.isEmpty() ? WebhookOutcome.KNOWN : WebhookOutcome.APPLIED;
            case Rejected(var reason) ->
                    switch (reason) {
                        case UnknownIntent _ -> WebhookOutcome.UNKNOWN_REFERENCE;
                        case AmountDiffers _ -> WebhookOutcome.AMOUNT_DIFFERS;
                        case OutcomeContradicted _ -> WebhookOutcome.CONTRADICTED;
                    };
        };
    }
}
