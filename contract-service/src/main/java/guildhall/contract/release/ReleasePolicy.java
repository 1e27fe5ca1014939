package guildhall.contract.release;

import java.time.Duration;

/**
 * How patient a release is.
 *
 * @param answerWithin how long payment has to answer; doubles with every repetition
 * @param repetitions how often the command is sent again before operators are called
 * @param knockEvery how often it is sent again while frozen or stuck
 */
public record ReleasePolicy(Duration answerWithin, int repetitions, Duration knockEvery) {
    /** How long to wait after the command was repeated so many times. */
    Duration patience(int repeated) {
        return answerWithin.multipliedBy(1L << repeated);
    }
}
