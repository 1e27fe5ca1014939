package guildhall.runtime.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One signal in the life of a process, and what came of it. */
public record ProcessStep(
        long seq,
        Instant at,
        Map<String, Object> signal,
        String fromState,
        String toState,
        List<Map<String, Object>> effects,
        String actor) {}
