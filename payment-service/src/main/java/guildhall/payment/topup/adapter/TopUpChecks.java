package guildhall.payment.topup.adapter;

import guildhall.messages.id.PaymentIntentId;
import guildhall.payment.topup.TopUp;
import guildhall.runtime.timer.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** When to look after a top-up that should have an outcome by now. */
@Component
class TopUpChecks {
    static final String TIMER = "top-up-check";
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private final Timers timers;
    private final Clock clock;
    private final TopUpProperties properties;

    TopUpChecks(Timers timers, Clock clock, TopUpProperties properties) {
        this.timers = timers;
        this.clock = clock;
        this.properties = properties;
    }

    void scheduleFirst(TopUp topUp) {
        schedule(topUp.id(), topUp.requestedAt().plus(properties.firstCheckAfter()));
    }

    /** After as long again as the top-up has been waiting, and not after its deadline. */
    void scheduleNext(TopUp topUp) {
        var now = clock.instant();
        var deadline = properties.deadline(topUp);
        var next = now.plus(pause(topUp, now));
        schedule(topUp.id(), now.isBefore(deadline) && next.isAfter(deadline) ? deadline : next);
    }

    private static Duration pause(TopUp topUp, Instant now) {
        var waited = Duration.between(topUp.requestedAt(), now);
        return waited.compareTo(LONGEST_PAUSE) < 0 ? waited : LONGEST_PAUSE;
    }

    Instant deadline(TopUp topUp) {
        return properties.deadline(topUp);
    }

    private void schedule(PaymentIntentId intent, Instant at) {
        timers.schedule(TIMER, intent.toString(), at);
    }
}
