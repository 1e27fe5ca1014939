package guildhall.runtime.consume;

import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.runtime.message.Received;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The handler of {@link SampleReleases}, given as many messages as have arrived. */
@Configuration(proxyBeanMethods = false)
class SampleReleasesTogether {
    private static final AtomicInteger LARGEST = new AtomicInteger();

    /** How many messages were handled together at most. */
    static int largest() {
        return LARGEST.get();
    }

    @Bean
    Subscription releases(SampleReleases.Effects effects) {
        return Subscription.<ReleaseEscrowV1>together(
                SampleReleases.CONSUMER,
                Set.of(ReleaseEscrowV1.class),
                received -> handle(effects, received),
                answer -> SampleReleases.noteCause((ReleaseEscrowV1) answer));
    }

    private static List<ReleaseEscrowV1> handle(
            SampleReleases.Effects effects, List<Received<ReleaseEscrowV1>> received) {
        var releases = received.stream().map(Received::message).toList();
        releases.forEach(release -> SampleReleases.handle(effects, release));
        LARGEST.accumulateAndGet(releases.size(), Math::max);
        return releases;
    }
}
