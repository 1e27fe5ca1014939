package guildhall.payment.chargeback.adapter;

import guildhall.messages.id.ChargebackId;
import guildhall.messages.money.Money;
import guildhall.messages.payment.ChargebackEvents.ChargebackReceivedV1;
import guildhall.payment.chargeback.Chargeback;
import guildhall.payment.chargeback.ChargebackRejection.AmountDiffers;
import guildhall.payment.chargeback.ChargebackRejection.PaymentNotSettled;
import guildhall.payment.chargeback.ChargebackRejection.UnknownPayment;
import guildhall.payment.chargeback.ChargebackReport;
import guildhall.payment.chargeback.ChargebackReport.FeeCharged;
import guildhall.payment.chargeback.ChargebackReport.PaymentChargedBack;
import guildhall.payment.chargeback.ChargebackRules;
import guildhall.payment.ledger.Ledger;
import guildhall.payment.topup.PaymentIntents;
import guildhall.payment.topup.TopUp;
import guildhall.payment.webhook.FactHandler;
import guildhall.payment.webhook.WebhookOutcome;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.id.Ids;
import guildhall.runtime.outbox.Outbox;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Posts what a provider took from us. Locks the payment, then ledger accounts. */
@Component
class ChargebackReports implements FactHandler<ChargebackReport> {
    private static final Logger LOG = LoggerFactory.getLogger(ChargebackReports.class);

    private final JdbcChargebacks chargebacks;
    private final PaymentIntents payments;
    private final Ledger ledger;
    private final Outbox outbox;

    ChargebackReports(
            JdbcChargebacks chargebacks, PaymentIntents payments, Ledger ledger, Outbox outbox) {
        this.chargebacks = chargebacks;
        this.payments = payments;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    @Override
    public Class<ChargebackReport> facts() {
        return ChargebackReport.class;
    }

    @Override
    public WebhookOutcome handle(ChargebackReport report, Instant at) {
        return switch (report) {
            case PaymentChargedBack chargedBack -> takeBack(chargedBack, at);
            case FeeCharged fee -> post(fee, at);
        };
    }

    private WebhookOutcome takeBack(PaymentChargedBack report, Instant at) {
        var payment = payments.lock(report.payment());
        var id = new ChargebackId(Ids.derived("chargeback", report.payment(), report.reference()));
        if (chargebacks.isKnown(id)) {
            return WebhookOutcome.KNOWN;
        }
        var before = chargebacks.takenBack(report.payment(), report.amount().currency());
        return switch (ChargebackRules.check(report, payment, before)) {
            case Accepted(var topUps) -> {
                topUps.forEach(topUp -> post(id, report, topUp, at));
                yield WebhookOutcome.APPLIED;
            }
            case Rejected(UnknownPayment _) -> WebhookOutcome.UNKNOWN_REFERENCE;
            case Rejected(PaymentNotSettled _) -> WebhookOutcome.CONTRADICTED;
            case Rejected(AmountDiffers _) -> WebhookOutcome.AMOUNT_DIFFERS;
        };
    }

    private void post(ChargebackId id, PaymentChargedBack report, TopUp topUp, Instant at) {
        var owner = topUp.owner();
        var currency = report.amount().currency();
        var postings = ledger.lock(ChargebackRules.accounts(owner, currency));
        var wallet = postings.balanceOf(ChargebackRules.wallet(owner, currency));
        var available = new Money(wallet.minorUnits(), currency);
        var chargeback = ChargebackRules.divide(id, owner, report, available, at);
        postings.postChecked(ChargebackRules.journal(chargeback));
        chargebacks.add(chargeback);
        ledger.write(postings);
        outbox.add(received(chargeback));
        LOG.warn("Chargeback {} of top-up {}", id, report.payment());
    }

    private static ChargebackReceivedV1 received(Chargeback chargeback) {
        return new ChargebackReceivedV1(
                chargeback.id(),
                chargeback.owner().party(),
                chargeback.owner().user(),
                chargeback.report().payment(),
                chargeback.report().amount(),
                chargeback.owed(),
                chargeback.report().reason(),
                chargeback.at());
    }

    /** Two events about one fee at the same moment meet at the row of the fee. */
    private WebhookOutcome post(FeeCharged fee, Instant at) {
        if (fee.amount().isZero()) {
            return WebhookOutcome.AMOUNT_DIFFERS;
        }
        var id = Ids.derived("processor-fee", fee.subject(), fee.reference());
        if (!chargebacks.addFee(id, fee, at)) {
            return WebhookOutcome.KNOWN;
        }
        var postings = ledger.lock(ChargebackRules.feeAccounts(fee.amount().currency()));
        postings.postChecked(ChargebackRules.journal(id, fee, at));
        ledger.write(postings);
        return WebhookOutcome.APPLIED;
    }
}
