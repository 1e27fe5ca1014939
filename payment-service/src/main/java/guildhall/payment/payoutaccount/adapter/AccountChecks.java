package guildhall.payment.payoutaccount.adapter;

import guildhall.payment.payoutaccount.AccountDetails;
import guildhall.runtime.timer.Timers;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** When to look after an account that the provider should have reported on by now. */
@Component
class AccountChecks {
    static final String TIMER = "payout-account-check";
    private static final Duration LONGEST_PAUSE = Duration.ofHours(12);

    private final Timers timers;
    private final Clock clock;
    private final PayoutAccountProperties properties;

    AccountChecks(Timers timers, Clock clock, PayoutAccountProperties properties) {
        this.timers = timers;
        this.clock = clock;
        this.properties = properties;
    }

    void scheduleFirst(AccountDetails account) {
        timers.schedule(
                TIMER,
                account.id().toString(),
                account.openedAt().plus(properties.firstCheckAfter()));
    }

    /** After as long again as the account has been waiting. */
    void scheduleNext(AccountDetails account) {
        var now = clock.instant();
        var waited = Duration.between(account.openedAt(), now);
        var pause = waited.compareTo(LONGEST_PAUSE) < 0 ? waited : LONGEST_PAUSE;
        timers.schedule(TIMER, account.id().toString(), now.plus(pause));
    }
}
