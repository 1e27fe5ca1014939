package guildhall.runtime.consume;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.Message;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.runtime.sample.SampleService;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same promises when handlers for one message share a transaction. */
class PostgresBundledIT extends PostgresSubscriptionIT {
    @Override
    SampleService.Blueprint blueprint() {
        return blueprint(Bundled.class)
                .with("guildhall.consume.busy-from", "10")
                .with("guildhall.consume.rest", "400ms");
    }

    @Test
    void takesSeveralAtOnce() {
        awaitLargerLots(Bundled::largest);
    }

    @Test
    void takesMoreAtOnceWhileMuchArrives() {
        var before = Bundled.transactions();

        publishOneByOne(60);

        assertThat(Bundled.transactions() - before).isLessThan(30);
    }

    @Test
    void preparesAllThatItHandlesTogether() {
        awaitLargerLots(Bundled::largest);

        assertThat(Bundled.UNPREPARED).isEmpty();
    }

    @Configuration(proxyBeanMethods = false)
    static class Bundled {
        private static final Set<Message> PREPARED = ConcurrentHashMap.newKeySet();
        private static final Set<Message> UNPREPARED = ConcurrentHashMap.newKeySet();
        private static final Map<Long, AtomicInteger> BY_TRANSACTION = new ConcurrentHashMap<>();

        static int largest() {
            return BY_TRANSACTION.values().stream().mapToInt(AtomicInteger::get).max().orElse(0);
        }

        static int transactions() {
            return BY_TRANSACTION.size();
        }

        @Bean
        Subscription releases(SampleReleases.Effects effects, JdbcClient jdbc) {
            return Subscription.named(SampleReleases.CONSUMER)
                    .on(
                            ReleaseEscrowV1.class,
                            received -> handle(effects, jdbc, received.message()))
                    .preparedBy(PREPARED::addAll)
                    .bundled();
        }

        private static void handle(
                SampleReleases.Effects effects, JdbcClient jdbc, ReleaseEscrowV1 release) {
            if (!PREPARED.contains(release)) {
                UNPREPARED.add(release);
            }
            SampleReleases.noteCause(release);
            SampleReleases.handle(effects, release);
            var transaction =
                    jdbc.sql("select pg_current_xact_id()::text::bigint")
                            .query(Long.class)
                            .single();
            BY_TRANSACTION.computeIfAbsent(transaction, _ -> new AtomicInteger()).incrementAndGet();
        }
    }
}
