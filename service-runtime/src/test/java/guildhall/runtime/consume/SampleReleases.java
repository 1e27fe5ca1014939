package guildhall.runtime.consume;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.runtime.message.Cause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;

/** A subscription whose handler fails as often as a test wants it to. */
@Configuration(proxyBeanMethods = false)
class SampleReleases {
    static final String CONSUMER = "sample.releases";

    private static final Map<ReleaseId, AtomicInteger> FAILURES = new ConcurrentHashMap<>();
    private static final Map<ReleaseId, AtomicInteger> OUTAGES = new ConcurrentHashMap<>();
    private static final Map<ReleaseId, Cause> CAUSES = new ConcurrentHashMap<>();

    /** Where the handler leaves its mark. */
    interface Effects {
        /**
         * @param trouble may throw; where the store can undo, it comes after the write
         */
        void write(ReleaseEscrowV1 release, Runnable trouble);

        /** The amounts, in the order in which they were handled. */
        List<Long> of(EscrowId escrow);
    }

    static void failTimes(ReleaseEscrowV1 release, int times) {
        FAILURES.put(release.releaseId(), new AtomicInteger(times));
    }

    static void loseDatabaseTimes(ReleaseEscrowV1 release, int times) {
        OUTAGES.put(release.releaseId(), new AtomicInteger(times));
    }

    static void recover(ReleaseEscrowV1 release) {
        FAILURES.remove(release.releaseId());
    }

    static Optional<Cause> causeOf(ReleaseEscrowV1 release) {
        return Optional.ofNullable(CAUSES.get(release.releaseId()));
    }

    static void noteCause(ReleaseEscrowV1 release) {
        CAUSES.put(release.releaseId(), Cause.current().orElseThrow());
    }

    @Bean
    Subscription releases(Effects effects) {
        return Subscription.named(CONSUMER)
                .on(ReleaseEscrowV1.class, received -> handle(effects, received.message()));
    }

    /** A second consumer of the same messages, which never fails. */
    @Bean
    Subscription audit() {
        return Subscription.named("sample.audit")
                .on(ReleaseEscrowV1.class, received -> noteCause(received.message()));
    }

    static void handle(Effects effects, ReleaseEscrowV1 release) {
        effects.write(release, () -> failIfDue(release));
    }

    private static void failIfDue(ReleaseEscrowV1 release) {
        if (isDue(FAILURES, release)) {
            throw new IllegalStateException("poison");
        }
        if (isDue(OUTAGES, release)) {
            throw new DataAccessResourceFailureException("away");
        }
    }

    private static boolean isDue(Map<ReleaseId, AtomicInteger> plan, ReleaseEscrowV1 release) {
        return Optional.ofNullable(plan.get(release.releaseId()))
                .filter(left -> left.getAndDecrement() > 0)
                .isPresent();
    }
}
