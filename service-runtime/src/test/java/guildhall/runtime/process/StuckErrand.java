package guildhall.runtime.process;

import guildhall.testkit.TestClock;

/** Begins an errand whose patience is over, for tests elsewhere. */
public final class StuckErrand {
    private final Processes processes;
    private final Errands errands;
    private final TestClock clock;

    public StuckErrand(Processes processes, Errands errands, TestClock clock) {
        this.processes = processes;
        this.errands = errands;
        this.clock = clock;
    }

    public void begin(String key) {
        processes.signal(errands, key, new Errand.Signal.Asked(clock.instant()));
        clock.advance(Errand.PATIENCE.plusSeconds(2));
    }
}
