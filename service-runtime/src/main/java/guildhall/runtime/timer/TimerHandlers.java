package guildhall.runtime.timer;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The handlers by name, looked up late because a handler may itself set timers. */
final class TimerHandlers {
    private final Supplier<Stream<TimerHandler>> source;
    private @Nullable Map<String, TimerHandler> byName;

    TimerHandlers(Supplier<Stream<TimerHandler>> source) {
        this.source = source;
    }

    /** Two handlers of one name are a programming error. */
    synchronized Map<String, TimerHandler> byName() {
        var known = byName;
        if (known == null) {
            known =
                    source.get()
                            .collect(
                                    Collectors.toUnmodifiableMap(
                                            TimerHandler::name, Function.identity()));
            byName = known;
        }
        return known;
    }
}
