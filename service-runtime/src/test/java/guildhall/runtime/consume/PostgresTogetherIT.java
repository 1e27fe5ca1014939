package guildhall.runtime.consume;

import guildhall.runtime.sample.SampleService;
import org.junit.jupiter.api.Test;

/** The same promises when messages are handled together. */
class PostgresTogetherIT extends PostgresSubscriptionIT {
    @Override
    SampleService.Blueprint blueprint() {
        return blueprint(SampleReleasesTogether.class);
    }

    @Test
    void takesSeveralAtOnce() {
        awaitLargerLots(SampleReleasesTogether::largest);
    }
}
