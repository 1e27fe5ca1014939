package guildhall.contract.activity.adapter;

import guildhall.contract.activity.Activity;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells operators what the timeline tells the parties: one log line and one count per fact. */
@Component
class FactLog {
    private static final Logger LOG = LoggerFactory.getLogger(FactLog.class);

    private final MeterRegistry meters;

    FactLog(MeterRegistry meters) {
        this.meters = meters;
    }

    /** What is rolled back did not happen. */
    void onCommit(Activity activity) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        report(activity);
                    }
                });
    }

    private void report(Activity activity) {
        meters.counter("guildhall.contract.facts", "action", activity.action()).increment();
        LOG.info(
                "{} by {}: {} {} of contract {}, {} -> {}",
                activity.action(),
                activity.actor(),
                activity.subject().type(),
                activity.subject().id(),
                activity.contract(),
                activity.change().from(),
                activity.change().to());
    }
}
