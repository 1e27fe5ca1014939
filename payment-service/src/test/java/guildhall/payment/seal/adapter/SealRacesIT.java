package guildhall.payment.seal.adapter;

import static guildhall.testkit.Infrastructure.POSTGRES;
import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.payment.TestMoney;
import guildhall.payment.seal.Verdict.Intact;
import guildhall.payment.seal.Verdict.Link;
import guildhall.runtime.id.Ids;
import guildhall.testkit.WithInfrastructure;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

/** Several instances of the service seal while others post. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"guildhall.consume.enabled=false", "guildhall.outbox.relay.enabled=false"})
@WithInfrastructure(POSTGRES)
@Import(TestMoney.class)
class SealRacesIT {
    /** Small steps, so that the instances meet often. */
    static final SealProperties SMALL_STEPS =
            new SealProperties(Duration.ofSeconds(1), 3, Duration.ofSeconds(1), 1_000_000);

    @Autowired TestMoney money;
    @Autowired JournalContents journals;
    @Autowired JdbcSeals seals;
    @Autowired TransactionOperations transactions;
    @Autowired Clock clock;

    @Test
    void sealsEveryJournalOnceWhoeverIsFirst() {
        var before = seals.head().position();
        var isPosting = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var instances =
                    times(3, () -> runAsync(() -> sealWhile(isPosting, instance()), threads));
            try {
                times(3, () -> runAsync(() -> deposits(50), threads))
                        .forEach(CompletableFuture::join);
            } finally {
                isPosting.set(false);
            }
            instances.forEach(CompletableFuture::join);
        }

        var last = instance();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> {
                    last.sealEverythingFinished();
                    return journals.oldestUnsealed().isEmpty();
                });
        assertThat(seals.head().position()).isEqualTo(before + 150);
        assertThat(new Verifier(seals, (_, _) -> {}, SMALL_STEPS).behind(Link.ORIGIN, 1_000_000))
                .isEqualTo(new Intact(seals.head()));
    }

    private static List<CompletableFuture<Void>> times(
            int count, Supplier<CompletableFuture<Void>> start) {
        return Stream.generate(start).limit(count).toList();
    }

    private static void sealWhile(AtomicBoolean isPosting, Sealer sealer) {
        while (isPosting.get()) {
            sealer.sealEverythingFinished();
        }
    }

    private Sealer instance() {
        return new Sealer(seals, journals, transactions, clock, SMALL_STEPS);
    }

    private void deposits(int count) {
        for (int i = 0; i < count; i++) {
            money.deposit(new Party(PartyType.BUSINESS, Ids.next()), 100);
        }
    }
}
