package guildhall.payment.seal.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.payment.seal.HashChain;
import guildhall.payment.seal.JournalContent;
import guildhall.payment.seal.Seal;
import guildhall.payment.seal.adapter.JournalContents.Unsealed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Appends finished journals to the chain, one instance at a time. */
@Component
class Sealer {
    private final JdbcSeals seals;
    private final JournalContents journals;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final int batch;
    private volatile boolean hasStarted;

    Sealer(
            JdbcSeals seals,
            JournalContents journals,
            TransactionOperations transactions,
            Clock clock,
            SealProperties properties) {
        this.seals = seals;
        this.journals = journals;
        this.transactions = transactions;
        this.clock = clock;
        this.batch = properties.batch();
    }

    /**
     * Returns when nothing finished is left, or at once when another instance is at it. While
     * nothing is posted nothing is written; only the first time it looks closely.
     */
    void sealEverythingFinished() {
        if (hasStarted && journals.oldestUnsealed().isEmpty()) {
            return;
        }
        var sealed = batch;
        while (sealed == batch) {
            sealed = transactions.execute(_ -> sealSome());
        }
        hasStarted = true;
    }

    private int sealSome() {
        return seals.lockProgress().map(this::sealBehind).orElse(0);
    }

    private int sealBehind(long sealedThrough) {
        var horizon = seals.horizon();
        if (sealedThrough > horizon) {
            throw new IllegalStateException(
                    "Transactions are counted anew: is this a restored copy? See package seal");
        }
        var next = journals.unsealed(sealedThrough, horizon, batch);
        if (!next.isEmpty()) {
            seal(next);
            seals.progress(next.size() == batch ? next.getLast().postedIn() : horizon);
        }
        return next.size();
    }

    private void seal(List<Unsealed> next) {
        var contents = journals.read(next.stream().map(Unsealed::journal).toList());
        var sealed = new ArrayList<Seal>();
        var added = new ArrayList<JournalContent>();
        var head = seals.head();
        var position = head.position();
        var hash = head.hash();
        for (UUID id : next.stream().map(Unsealed::journal).toList()) {
            var journal = contents.get(id);
            if (journal == null) {
                throw new IllegalStateException("Journal " + id + " vanished while it was sealed");
            }
            position++;
            hash = HashChain.next(hash, position, journal);
            sealed.add(new Seal(position, id, hash));
            added.add(journal);
        }
        seals.add(sealed, clock.instant().truncatedTo(MICROS));
        seals.addReferences(added);
    }
}
