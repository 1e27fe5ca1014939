package guildhall.payment.refund.adapter;

import guildhall.payment.refund.RefundDesk;
import guildhall.payment.refund.RefundEvent;
import guildhall.payment.refund.RefundRejection;
import guildhall.payment.refund.RefundRejection.AmountDiffers;
import guildhall.payment.refund.RefundRejection.UnknownRefund;
import guildhall.payment.refund.RefundReport;
import guildhall.payment.webhook.FactHandler;
import guildhall.payment.webhook.WebhookOutcome;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells refunds what a provider said about them. */
@Component
class RefundReports implements FactHandler<RefundReport> {
    private final RefundDesk desk;

    RefundReports(RefundDesk desk) {
        this.desk = desk;
    }

    @Override
    public Class<RefundReport> facts() {
        return RefundReport.class;
    }

    @Override
    public WebhookOutcome handle(RefundReport report, Instant at) {
        return switch (desk.confirm(report)) {
            case Accepted(var events) ->
                    events.isEmpty() ? WebhookOutcome.KNOWN : WebhookOutcome.APPLIED;
            case Rejected(UnknownRefund _) -> WebhookOutcome.UNKNOWN_REFERENCE;
            case Rejected(AmountDiffers _) -> WebhookOutcome.AMOUNT_DIFFERS;
            case Rejected<RefundEvent, RefundRejection> _ -> WebhookOutcome.CONTRADICTED;
        };
    }
}
