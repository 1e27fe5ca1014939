package guildhall.contract.milestone;

import java.time.Instant;

/**
 * How far the work is.
 *
 * @param submissions how often it was delivered
 * @param revisionsUsed how often the client asked for a change
 */
public record Work(Instant startedAt, int submissions, int revisionsUsed) {
    static Work started(Instant at) {
        return new Work(at, 0, 0);
    }

    Work submitted() {
        return new Work(startedAt, submissions + 1, revisionsUsed);
    }

    Work revisionRequested() {
        return new Work(startedAt, submissions, revisionsUsed + 1);
    }
}
