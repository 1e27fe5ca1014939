package guildhall.stack;

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
    void leavesOtherLinesAsTheyAre() {
        assertThat(LogLine.readable("LOG:  checkpoint")).isEqualTo("LOG:  checkpoint");
        assertThat(LogLine.readable("{half of")).isEqualTo("{half of");
    }
}
