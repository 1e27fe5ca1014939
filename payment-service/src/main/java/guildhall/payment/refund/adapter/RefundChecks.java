package guildhall.payment.refund.adapter;

import guildhall.messages.id.CardRefundId;
import guildhall.runtime.timer.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** When to look after a refund that should have a result by now. */
@Component
class RefundChecks {
    static final String TIMER = "refund-check";
    private static final Duration LONGEST_PAUSE = Duration.ofHours(12);

    private final Timers timers;
    private final Clock clock;
    private final RefundProperties properties;

    RefundChecks(Timers timers, Clock clock, RefundProperties properties) {
        this.timers = timers;
        this.clock = clock;
        this.properties = properties;
    }

    void scheduleFirst(CardRefundId refund, Instant approvedAt) {
        timers.schedule(TIMER, refund.toString(), approvedAt.plus(properties.firstCheckAfter()));
    }

    /** The provider has not been asked yet. */
    void scheduleNow(CardRefundId refund, Instant approvedAt) {
        timers.schedule(TIMER, refund.toString(), approvedAt);
    }

    /** After as long again as the refund has been waiting. */
    void scheduleNext(CardRefundId refund, Instant approvedAt) {
        var now = clock.instant();
        var waited = Duration.between(approvedAt, now);
        var pause = Collections.max(List.of(waited, properties.firstCheckAfter()));
        timers.schedule(
                TIMER, refund.toString(), now.plus(Collections.min(List.of(pause, LONGEST_PAUSE))));
    }
}
