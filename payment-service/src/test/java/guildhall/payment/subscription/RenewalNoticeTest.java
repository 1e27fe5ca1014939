package guildhall.payment.subscription;

import static guildhall.payment.subscription.SubscriptionDeciderTest.ACTIVE;
import static guildhall.payment.subscription.SubscriptionDeciderTest.APRIL;
import static guildhall.payment.subscription.SubscriptionDeciderTest.MAY;
import static guildhall.payment.subscription.SubscriptionDeciderTest.PAST_DUE;
import static guildhall.payment.subscription.SubscriptionDeciderTest.TERMS;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.payment.subscription.Subscription.Cancelled;
import guildhall.payment.subscription.Subscription.Expired;
import guildhall.payment.subscription.Subscription.Trialing;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RenewalNoticeTest {
    static final Instant BEFORE_MAY = MAY.minus(Duration.ofDays(3));

    final RenewalNotice notice = new RenewalNotice(Duration.ofDays(3));

    @Test
    void comesBeforeTheEndOfATrialAndOfAPeriod() {
        assertThat(notice.at(ACTIVE)).contains(BEFORE_MAY);
        assertThat(notice.at(new Trialing(TERMS, MAY))).contains(BEFORE_MAY);
    }

    @Test
    void doesNotComeWhenNothingIsRenewedOrTheChargeWasMissedAlready() {
        assertThat(notice.at(PAST_DUE)).isEmpty();
        assertThat(notice.at(new Cancelled(TERMS, MAY))).isEmpty();
        assertThat(notice.at(new Expired(TERMS, MAY))).isEmpty();
    }

    @Test
    void isDueUntilTheChargeIs() {
        assertThat(notice.isDue(ACTIVE, BEFORE_MAY.minusNanos(1))).isFalse();
        assertThat(notice.isDue(ACTIVE, BEFORE_MAY)).isTrue();
        assertThat(notice.isDue(ACTIVE, MAY.minusNanos(1))).isTrue();
        assertThat(notice.isDue(ACTIVE, MAY)).isFalse();
        assertThat(notice.isDue(PAST_DUE, MAY)).isFalse();
    }

    @Test
    void wakesForTheNoticeFirstIfThereIsTimeForOne() {
        assertThat(notice.wakeAt(ACTIVE, APRIL)).contains(BEFORE_MAY);
        assertThat(notice.wakeAt(ACTIVE, BEFORE_MAY)).contains(MAY);
        assertThat(notice.wakeAt(new Cancelled(TERMS, MAY), APRIL)).contains(MAY);
        assertThat(notice.wakeAt(new Expired(TERMS, MAY), APRIL)).isEmpty();
    }
}
