package guildhall.testkit.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiProbeTest {
    @Test
    void findsNothingWhereEveryMistakeIsAnsweredWell() throws IOException {
        try (var api = new SampleApi()) {
            var report = OpenApiProbe.at(api.url()).run();

            assertThat(report.findings()).isEmpty();
            assertThat(report.attempts()).isGreaterThan(30);
        }
    }

    @Test
    void findsAnAmountThatMayBeNegative() throws IOException {
        var careless =
                new SampleApi() {
                    @Override
                    Optional<String> mistakeIn(JsonNode body) {
                        return super.mistakeIn(body)
                                .filter(pointer -> !pointer.equals("/budget/amount"));
                    }
                };

        assertFinding(careless, "POST /v1/jobs: /budget/amount a negative amount", "got 201");
    }

    @Test
    void findsAFieldThatIsNotNamed() throws IOException {
        var careless =
                new SampleApi() {
                    @Override
                    Optional<String> mistakeIn(JsonNode body) {
                        return super.mistakeIn(body).map(_ -> "/somewhere");
                    }
                };

        assertFinding(careless, "/title too long", "errors[] does not name /title");
    }

    @Test
    void findsAnInternalError() throws IOException {
        var careless =
                new SampleApi() {
                    @Override
                    Answer unreadable() {
                        return Answer.status(500);
                    }
                };

        assertFinding(careless, "JSON that breaks off", "expected [400]");
    }

    @Test
    void findsADoorThatIsNotLocked() throws IOException {
        var careless =
                new SampleApi() {
                    @Override
                    boolean letsStrangersIn() {
                        return true;
                    }
                };

        assertFinding(careless, "POST /v1/jobs: no token", "expected [401]");
    }

    @Test
    void leavesOutWhatItIsToldToAndNoticesMisspelledNames() throws IOException {
        try (var api = new SampleApi()) {
            var probe =
                    OpenApiProbe.at(api.url())
                            .except("POST /v1/jobs", "elsewhere")
                            .open("GET /v1/job");

            var report = probe.run();

            assertThat(report.findings())
                    .containsExactly("GET /v1/job: is not in the OpenAPI document");
            assertThat(report.attempts()).isLessThan(20);
        }
    }

    private static void assertFinding(SampleApi api, String attempt, String complaint) {
        try (api) {
            var report = OpenApiProbe.at(api.url()).run();

            assertThatThrownBy(report::assertClean)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(attempt)
                    .hasMessageContaining(complaint);
        }
    }
}
