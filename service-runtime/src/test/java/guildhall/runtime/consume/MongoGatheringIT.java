package guildhall.runtime.consume;

import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.runtime.message.Received;
import guildhall.runtime.sample.SampleMongo;
import guildhall.runtime.sample.SampleService;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The same promises when what several messages cause is written at once. */
class MongoGatheringIT extends MongoSubscriptionIT {
    @Override
    SampleService.Blueprint blueprint() {
        return SampleService.blueprint()
                .onMongo(SampleMongo.freshDatabase())
                .using(Gathered.class, EffectDocuments.class);
    }

    @Test
    void takesSeveralAtOnce() {
        awaitLargerLots(Gathered::largest);
    }

    @Configuration(proxyBeanMethods = false)
    static class Gathered {
        private static final AtomicInteger LARGEST = new AtomicInteger();

        static int largest() {
            return LARGEST.get();
        }

        @Bean
        Subscription releases(SampleReleases.Effects effects) {
            return Subscription.<ReleaseEscrowV1>gathering(
                            SampleReleases.CONSUMER, releases -> write(effects, releases))
                    .on(ReleaseEscrowV1.class, Gathered::release)
                    .unhurried();
        }

        private static List<ReleaseEscrowV1> release(Received<ReleaseEscrowV1> received) {
            SampleReleases.noteCause(received.message());
            return List.of(received.message());
        }

        private static void write(SampleReleases.Effects effects, List<ReleaseEscrowV1> releases) {
            releases.forEach(release -> SampleReleases.handle(effects, release));
            LARGEST.accumulateAndGet(releases.size(), Math::max);
        }
    }
}
