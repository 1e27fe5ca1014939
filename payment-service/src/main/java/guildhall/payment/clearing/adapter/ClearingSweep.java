package guildhall.payment.clearing.adapter;

import static java.time.temporal.ChronoUnit.MICROS;
import static java.util.stream.Collectors.toSet;

import guildhall.messages.payment.WalletEvents.FundsClearedV1;
import guildhall.payment.clearing.SafetyHold;
import guildhall.payment.clearing.SafetyHolds;
import guildhall.payment.ledger.Ledger;
import guildhall.runtime.id.Ids;
import guildhall.runtime.message.Cause;
import guildhall.runtime.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes money available whose safety window is over, many releases per transaction. */
@Component
class ClearingSweep {
    private static final Logger LOG = LoggerFactory.getLogger(ClearingSweep.class);

    private final SafetyHolds holds;
    private final Bookkeeping books;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final int batch;

    /** Where cleared money goes and who is told. */
    @Component
    record Bookkeeping(Ledger ledger, Outbox outbox) {}

    ClearingSweep(
            SafetyHolds holds,
            Bookkeeping books,
            TransactionOperations transactions,
            Clock clock,
            ClearingProperties properties) {
        this.holds = holds;
        this.books = books;
        this.transactions = transactions;
        this.clock = clock;
        this.batch = properties.batch();
    }

    void clearEverythingDue() {
        var cause = new Cause(Ids.next().toString(), null, "system:payment");
        var cleared = batch;
        while (cleared == batch) {
            cleared = cause.call(() -> transactions.execute(_ -> clearSome()));
            if (cleared > 0) {
                LOG.info("The safety window of {} releases is over", cleared);
            }
        }
    }

    private int clearSome() {
        var now = clock.instant().truncatedTo(MICROS);
        var due = holds.lockDue(now, batch);
        if (!due.isEmpty()) {
            clear(due, now);
        }
        return due.size();
    }

    private void clear(List<SafetyHold> due, Instant now) {
        var accounts = due.stream().flatMap(hold -> hold.accounts().stream()).collect(toSet());
        var postings = books.ledger().lock(accounts);
        for (var hold : due) {
            postings.postChecked(hold.cleared(now));
            books.outbox().add(fundsCleared(hold, now));
        }
        books.ledger().write(postings);
        holds.markCleared(due, now);
    }

    private static FundsClearedV1 fundsCleared(SafetyHold hold, Instant now) {
        return new FundsClearedV1(
                hold.payee().party(), hold.payee().user(), hold.release(), hold.amount(), now);
    }
}
