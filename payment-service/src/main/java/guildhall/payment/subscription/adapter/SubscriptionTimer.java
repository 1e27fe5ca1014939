package guildhall.payment.subscription.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.messages.id.SubscriptionId;
import guildhall.runtime.timer.TimerHandler;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Comes when a subscription must be renewed, charged again, or ended. */
@Component
class SubscriptionTimer implements TimerHandler {
    static final String NAME = "subscription";

    private final SubscriptionTransactions subscriptions;
    private final Clock clock;

    SubscriptionTimer(SubscriptionTransactions subscriptions, Clock clock) {
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void fire(String key) {
        subscriptions.advance(SubscriptionId.of(key), clock.instant().truncatedTo(MICROS));
    }
}
