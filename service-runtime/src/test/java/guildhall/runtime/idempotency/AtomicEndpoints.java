package guildhall.runtime.idempotency;

import static java.util.concurrent.TimeUnit.SECONDS;

import guildhall.runtime.web.Problems;
import guildhall.runtime.web.Refusal;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Writes into the database, and answers in several ways. */
@RestController
@RequestMapping("/v1/deeds/{deed}")
class AtomicEndpoints {
    /** What was done, and how. */
    record Done(boolean inTransaction) {}

    private final JdbcClient sql;
    private final TransactionOperations transactions;

    volatile CountDownLatch begun = new CountDownLatch(1);
    volatile CountDownLatch gate = new CountDownLatch(0);

    AtomicEndpoints(JdbcClient sql, TransactionOperations transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @PostMapping("/doing")
    @Idempotent
    ResponseEntity<Done> act(@PathVariable UUID deed) throws InterruptedException {
        write(deed);
        begun.countDown();
        if (!gate.await(10, SECONDS)) {
            throw new IllegalStateException("The test forgot its gate");
        }
        return ResponseEntity.created(URI.create("/v1/deeds/" + deed))
                .eTag("\"1\"")
                .body(new Done(isInTransaction()));
    }

    @PostMapping("/breakdown")
    @Idempotent
    ResponseEntity<Done> breakDown(@PathVariable UUID deed) {
        write(deed);
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        throw new IllegalStateException("Committed, and then struck by lightning");
                    }
                });
        return ResponseEntity.created(URI.create("/v1/deeds/" + deed))
                .body(new Done(isInTransaction()));
    }

    @PostMapping("/refusal")
    @Idempotent
    ResponseEntity<Done> refuse(@PathVariable UUID deed) {
        transactions.executeWithoutResult(status -> {
            write(deed);
            status.setRollbackOnly();
        });
        return ResponseEntity.status(HttpStatus.CONFLICT).body(new Done(isInTransaction()));
    }

    @PostMapping("/protest")
    @Idempotent
    void protest(@PathVariable UUID deed) {
        transactions.executeWithoutResult(_ -> write(deed));
        throw new Refusal(Problems.problem(HttpStatus.CONFLICT, "deed/not-like-this"));
    }

    @PostMapping("/errand")
    @Idempotent(commitsItself = true)
    ResponseEntity<Done> runErrand(@PathVariable UUID deed) {
        write(deed);
        return ResponseEntity.ok(new Done(isInTransaction()));
    }

    private static boolean isInTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }

    private void write(UUID deed) {
        sql.sql(
                        """
                        insert into outbox (id, topic, key, type, headers, body)
                        values (:deed, 'deeds', 'deed', 'deed', '{}', '{}')
                        """)
                .param("deed", deed)
                .update();
    }
}
