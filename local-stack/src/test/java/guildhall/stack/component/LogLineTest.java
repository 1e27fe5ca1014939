package guildhall.stack.component;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {
    @Test
    void makesAStructuredLineReadable() {
        var line =
                """
                {"@timestamp":"noon","log":{"level":"WARN","logger":"guildhall.payment.Relay"},\
                "message":"lagging"}\
                """;

        assertThat(LogLine.readable(line)).isEqualTo("noon WARN  Relay: lagging");
    }

    @Test
    void summarisesALineWithoutItsStackTrace() {
        var line =
                """
                {"@timestamp":"noon","log":{"level":"ERROR","logger":"Relay"},"message":"lost",\
                "error":{"stack_trace":"java.io.IOException: gone\\n at X"}}\
                """;

        assertThat(LogLine.readable(line).lines()).hasSize(3);
        assertThat(LogLine.summary(line)).isEqualTo("noon ERROR Relay: lost");
        assertThat(LogLine.summary("x".repeat(1000))).hasSizeLessThan(300);
    }

    @Test
    void leavesOtherLinesAsTheyAre() {
        assertThat(LogLine.readable("LOG:  checkpoint")).isEqualTo("LOG:  checkpoint");
        assertThat(LogLine.readable("{half of")).isEqualTo("{half of");
    }
}
