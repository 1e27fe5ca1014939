package guildhall.contract.funding.adapter;

import guildhall.contract.funding.FundingPolicy;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@link FundingPolicy} as it is configured.
 *
 * @param answerWithin how long payment has to answer; doubles with every repetition
 * @param repetitions how often an unanswered command is sent again before operators are called
 * @param knockEvery how often it is sent again after that
 */
@ConfigurationProperties("guildhall.contract.funding")
record FundingSettings(
        @DefaultValue("30s") Duration answerWithin,
        @DefaultValue("5") int repetitions,
        @DefaultValue("1h") Duration knockEvery) {
    FundingPolicy policy() {
        return new FundingPolicy(answerWithin, repetitions, knockEvery);
    }
}
