package guildhall.contract.release.adapter;

import guildhall.contract.release.ReleasePolicy;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@link ReleasePolicy} as it is configured.
 *
 * @param answerWithin how long payment has to answer; doubles with every repetition
 * @param repetitions how often the command is sent again before operators are called
 * @param knockEvery how often it is sent again while frozen or stuck
 */
@ConfigurationProperties("guildhall.contract.release")
record ReleaseSettings(
        @DefaultValue("30s") Duration answerWithin,
        @DefaultValue("5") int repetitions,
        @DefaultValue("1h") Duration knockEvery) {
    ReleasePolicy policy() {
        return new ReleasePolicy(answerWithin, repetitions, knockEvery);
    }
}
