package guildhall.runtime.message;

import java.util.Map;

/**
 * The headers that continue the present trace elsewhere: {@code traceparent} and its companions.
 */
@FunctionalInterface
public interface TraceHeaders {
    TraceHeaders NONE = Map::of;

    /** Empty when no trace is being recorded. */
    Map<String, String> current();
}
