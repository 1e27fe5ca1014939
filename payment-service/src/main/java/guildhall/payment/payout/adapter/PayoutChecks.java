package guildhall.payment.payout.adapter;

import guildhall.messages.id.PayoutId;
import guildhall.runtime.timer.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** When to look after a payout that should have a result by now. */
@Component
class PayoutChecks {
    static final String TIMER = "payout-check";
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final Timers timers;
    private final Clock clock;
    private final PayoutProperties.Submission settings;

    PayoutChecks(Timers timers, Clock clock, PayoutProperties properties) {
        this.timers = timers;
        this.clock = clock;
        this.settings = properties.submission();
    }

    /** Soon, because a crash may keep the request from the provider; see {@link #arrived}. */
    void scheduleFirst(PayoutId payout, Instant submittedAt) {
        timers.schedule(TIMER, payout.toString(), submittedAt.plus(settings.askAfter()));
    }

    /** The provider has it: it may take its time. */
    void arrived(PayoutId payout) {
        timers.schedule(TIMER, payout.toString(), clock.instant().plus(settings.silentAfter()));
    }

    /** After as long again as it has been waiting, at the least once a day. */
    void scheduleNext(PayoutId payout, Instant submittedAt) {
        var now = clock.instant();
        var waited = Duration.between(submittedAt, now);
        var pause = waited.compareTo(LONGEST_PAUSE) < 0 ? waited : LONGEST_PAUSE;
        timers.schedule(TIMER, payout.toString(), now.plus(pause));
    }
}
