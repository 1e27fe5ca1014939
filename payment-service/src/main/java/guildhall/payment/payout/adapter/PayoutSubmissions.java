package guildhall.payment.payout.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.messages.id.PayoutId;
import guildhall.payment.payout.Payout.Pending;
import guildhall.payment.payout.Payout.Processing;
import guildhall.payment.payout.PayoutCommand.SubmitPayout;
import guildhall.payment.payout.PayoutDesk;
import guildhall.payment.payout.Payouts;
import guildhall.payment.payoutaccount.PayoutHold;
import guildhall.runtime.id.Ids;
import guildhall.runtime.message.Cause;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Submits payouts: first they are committed as Processing, then the provider is asked, so that what
 * the provider does is never forgotten.
 */
@Component
class PayoutSubmissions {
    private static final Logger LOG = LoggerFactory.getLogger(PayoutSubmissions.class);

    private final Payouts payouts;
    private final PayoutDesk desk;
    private final Transfers transfers;
    private final TransactionOperations transactions;
    private final Timing timing;

    /** When what is submitted. */
    @Component
    record Timing(Clock clock, PayoutProperties properties, PayoutHold hold) {
        Instant now() {
            return clock.instant().truncatedTo(MICROS);
        }
    }

    PayoutSubmissions(
            Payouts payouts,
            PayoutDesk desk,
            Transfers transfers,
            TransactionOperations transactions,
            Timing timing) {
        this.payouts = payouts;
        this.desk = desk;
        this.transfers = transfers;
        this.transactions = transactions;
        this.timing = timing;
    }

    /** Everything that is due, batch by batch. */
    void submitDue() {
        var batch = timing.properties().submission().batch();
        var submitted = batch;
        while (submitted == batch) {
            submitted = new Cause(Ids.next().toString(), null, "system:payment").call(this::batch);
        }
    }

    private int batch() {
        var id = Ids.next();
        List<Processing> submitted =
                transactions.execute(_ -> {
                    var now = timing.now();
                    var due =
                            payouts
                                    .lockDue(
                                            now,
                                            now.minus(timing.hold().length()),
                                            timing.properties().submission().batch())
                                    .stream()
                                    .map(PayoutSubmissions::id)
                                    .toList();
                    due.forEach(payout -> desk.handle(new SubmitPayout(payout, now)));
                    payouts.putIntoBatch(id, due);
                    return due.stream().map(this::processing).toList();
                });
        if (!submitted.isEmpty()) {
            LOG.info("Batch {} of {} payouts", id, submitted.size());
        }
        submitted.forEach(transfers::submit);
        return submitted.size();
    }

    private static PayoutId id(Pending payout) {
        return payout.order().id();
    }

    private Processing processing(PayoutId payout) {
        return (Processing) payouts.find(payout);
    }

    /** One payout at once, if it is due. */
    void submitNow(PayoutId payout) {
        desk.handle(new SubmitPayout(payout, timing.now()));
        if (payouts.find(payout) instanceof Processing processing) {
            transfers.submit(processing);
        }
    }
}
