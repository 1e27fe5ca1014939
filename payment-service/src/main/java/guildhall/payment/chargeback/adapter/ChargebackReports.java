package guildhall.payment.chargeback.adapter;

import guildhall.messages.id.ChargebackId;
import guildhall.messages.money.Money;
import guildhall.payment.chargeback.ChargebackEvent;
import guildhall.payment.chargeback.ChargebackEvent.PaymentReturned;
import guildhall.payment.chargeback.ChargebackEvent.PaymentTakenBack;
import guildhall.payment.chargeback.ChargebackRejection.AmountDiffers;
import guildhall.payment.chargeback.ChargebackRejection.PaymentNotSettled;
import guildhall.payment.chargeback.ChargebackRejection.UnknownPayment;
import guildhall.payment.chargeback.ChargebackReport;
import guildhall.payment.chargeback.ChargebackRules;
import guildhall.payment.chargeback.ChargebackRules.Before;
import guildhall.payment.chargeback.ChargebackRules.Cover;
import guildhall.payment.ledger.Ledger;
import guildhall.payment.ledger.Postings;
import guildhall.payment.topup.ChargedPurpose;
import guildhall.payment.topup.PaymentIntents;
import guildhall.payment.webhook.FactHandler;
import guildhall.payment.webhook.WebhookOutcome;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.id.Ids;
import guildhall.runtime.outbox.Outbox;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Posts what banks took from us and gave back. Locks the payment, then ledger accounts. */
@Component
class ChargebackReports implements FactHandler<ChargebackReport> {
    private static final Logger LOG = LoggerFactory.getLogger(ChargebackReports.class);

    private final JdbcChargebacks chargebacks;
    private final PaymentIntents payments;
    private final List<ChargedPurpose> purposes;
    private final Ledger ledger;
    private final Outbox outbox;

    ChargebackReports(
            JdbcChargebacks chargebacks,
            PaymentIntents payments,
            List<ChargedPurpose> purposes,
            Ledger ledger,
            Outbox outbox) {
        this.chargebacks = chargebacks;
        this.payments = payments;
        this.purposes = List.copyOf(purposes);
        this.ledger = ledger;
        this.outbox = outbox;
    }

    @Override
    public Class<ChargebackReport> facts() {
        return ChargebackReport.class;
    }

    @Override
    public WebhookOutcome handle(ChargebackReport report, Instant at) {
        var payment = payments.lock(report.payment());
        var id = new ChargebackId(Ids.derived("chargeback", report.payment(), report.reference()));
        var gone = chargebacks.gone(report.payment(), report.amount().currency());
        var before = new Before(chargebacks.posted(id), gone);
        return switch (ChargebackRules.decide(report, payment, before)) {
            case Accepted(var events) -> {
                events.forEach(event -> post(id, event, at));
                yield events.isEmpty() ? WebhookOutcome.KNOWN : WebhookOutcome.APPLIED;
            }
            case Rejected(UnknownPayment _) -> WebhookOutcome.UNKNOWN_REFERENCE;
            case Rejected(PaymentNotSettled _) -> WebhookOutcome.CONTRADICTED;
            case Rejected(AmountDiffers _) -> WebhookOutcome.AMOUNT_DIFFERS;
        };
    }

    private void post(ChargebackId id, ChargebackEvent event, Instant at) {
        var currency = event.report().amount().currency();
        var revoked = revoked(event, at);
        var postings = ledger.lock(ChargebackRules.accounts(event.owner(), currency));
        switch (event) {
            case PaymentTakenBack taken -> post(id, taken, revoked, postings, at);
            case PaymentReturned returned -> post(id, returned, postings, at);
        }
        ledger.write(postings);
        LOG.warn(
                "Chargeback {} of top-up {}: {}",
                id,
                event.report().payment(),
                event.getClass().getSimpleName());
    }

    /** What the feature that charged takes back of what it gave for the payment. */
    private Money revoked(ChargebackEvent event, Instant at) {
        var payment = event.report().payment();
        var amount = event.report().amount();
        return switch (event) {
            case PaymentTakenBack _ ->
                    purposes.stream()
                            .filter(purpose -> purpose.claims(payment))
                            .findFirst()
                            .map(purpose -> purpose.takenBack(payment, amount, at))
                            .orElseGet(() -> Money.zero(amount.currency()));
            case PaymentReturned _ -> Money.zero(amount.currency());
        };
    }

    private void post(
            ChargebackId id, PaymentTakenBack event, Money revoked, Postings postings, Instant at) {
        var currency = event.report().amount().currency();
        var wallet = postings.balanceOf(ChargebackRules.wallet(event.owner(), currency));
        var available = new Money(wallet.minorUnits(), currency);
        var chargeback = ChargebackRules.divide(id, event, new Cover(available, revoked), at);
        postings.postChecked(ChargebackRules.journal(chargeback));
        chargebacks.add(chargeback);
        outbox.add(ChargebackMessages.received(chargeback));
    }

    private void post(ChargebackId id, PaymentReturned event, Postings postings, Instant at) {
        var returned = event.report().returned();
        var debt = postings.balanceOf(ChargebackRules.debt(event.owner(), returned.currency()));
        postings.postChecked(ChargebackRules.journal(id, event, debt.minorUnits(), at));
        chargebacks.giveBack(id, returned, at);
        outbox.add(ChargebackMessages.returned(id, event, at));
    }
}
