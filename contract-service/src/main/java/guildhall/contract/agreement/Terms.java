package guildhall.contract.agreement;

import java.time.Instant;
import java.util.List;

/**
 * What both sides agreed to, as it was at that moment. The talent accepted by proposing it, the
 * client by accepting the proposal unchanged.
 */
public record Terms(int version, List<PlannedWork> work, Instant acceptedAt) {
    public Terms {
        work = List.copyOf(work);
    }
}
