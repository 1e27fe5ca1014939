package guildhall.contract.funding;

import java.time.Duration;

/**
 * How patient funding is.
 *
 * @param answerWithin how long payment has to answer; doubles with every repetition
 * @param repetitions how often an unanswered command is sent again before operators are called
 * @param knockEvery how often it is sent again after that
 */
public record FundingPolicy(Duration answerWithin, int repetitions, Duration knockEvery) {
    /** How long to wait after the command was repeated so many times. */
    Duration patience(int repeated) {
        return answerWithin.multipliedBy(1L << repeated);
    }
}
