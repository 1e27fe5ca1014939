package guildhall.stack.component;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * A line of the status table.
 *
 * @param memory resident bytes of the process and its children
 */
public record ComponentStatus(
        String name,
        ComponentState state,
        OptionalLong pid,
        String address,
        long memory,
        Duration uptime) {}
