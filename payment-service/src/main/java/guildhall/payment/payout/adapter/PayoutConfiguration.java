package guildhall.payment.payout.adapter;

import guildhall.payment.approval.SecondPerson;
import guildhall.payment.payout.PayoutDecider;
import guildhall.payment.payout.PayoutPolicy;
import guildhall.payment.payoutaccount.PayoutHold;
import guildhall.runtime.chore.Chore;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PayoutConfiguration {
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    @Bean
    PayoutPolicy payoutPolicy(PayoutProperties properties, PayoutHold hold) {
        return new PayoutPolicy(
                properties.minimum(),
                properties.reviewFrom(),
                properties.instantFeeBasisPoints(),
                properties.mostTries(),
                properties.retryAfter(),
                hold.length());
    }

    @Bean
    PayoutDecider payoutDecider(PayoutPolicy policy, SecondPerson secondPerson) {
        return new PayoutDecider(policy, secondPerson);
    }

    @Bean
    Chore payoutSubmissionChore(PayoutSubmissions submissions, PayoutProperties properties) {
        return new Chore(
                "payout-submission", properties.submission().every(), submissions::submitDue);
    }

    @Bean
    Chore stuckPayoutsChore(StuckPayouts stuck) {
        return new Chore("stuck-payouts", LOOK_EVERY, stuck::count);
    }
}
