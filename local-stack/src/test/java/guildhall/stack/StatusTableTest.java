package guildhall.stack;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.stack.component.ComponentState;
import guildhall.stack.component.ComponentStatus;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StatusTableTest {
    @Test
    void showsWhatRunsAndWhatDoesNot() {
        var table =
                StatusTable.of(
                        List.of(
                                new ComponentStatus(
                                        "payment",
                                        ComponentState.READY,
                                        OptionalLong.of(4711),
                                        "http://127.0.0.1:8084",
                                        280L << 20,
                                        Duration.ofMinutes(65)),
                                new ComponentStatus(
                                        "review",
                                        ComponentState.CRASHED,
                                        OptionalLong.empty(),
                                        "http://127.0.0.1:8087",
                                        0,
                                        Duration.ZERO)));

        assertThat(table.lines().map(String::stripTrailing))
                .containsExactly(
                        "NAME          STATE         PID     MEMORY     UPTIME  ADDRESS",
                        "payment       ready        4711    280 MiB      1h 5m  http://127.0.0.1:8084",
                        "review        crashed         -          -          -  http://127.0.0.1:8087",
                        "                                   280 MiB");
    }
}
