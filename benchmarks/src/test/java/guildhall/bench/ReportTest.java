package guildhall.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void failsWhenSomethingThatMustBeZeroIsNot() {
        var report = new Report("Title", "a machine").figure("speed", 5, "/s", "");

        assertThat(report.mustBeZero("lost", 0).passed()).isTrue();
        assertThat(report.mustBeZero("doubled", 1).passed()).isFalse();
        assertThat(report.table()).contains("doubled").contains("FAILED");
        assertThat(report.json()).contains("\"passed\" : false");
    }
}
