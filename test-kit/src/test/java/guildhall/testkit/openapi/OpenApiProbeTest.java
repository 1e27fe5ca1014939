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
            var report = probe(api).run();

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
    void findsTextThatBreaksTheService() throws IOException {
        var careless =
                new SampleApi() {
                    @Override
                    Answer judge(JsonNode body) {
                        return body.path("title").asString("").contains("\0")
                                ? Answer.status(500)
                                : super.judge(body);
                    }
                };

        assertFinding(careless, "/title NUL", "expected no failure of the service");
    }

    @Test
    void findsEveryKindOfMistakeWhereEverythingIsAccepted() throws IOException {
        var credulous =
                new SampleApi() {
                    @Override
                    Answer judge(JsonNode body) {
                        return Answer.status(201);
                    }

                    @Override
                    Answer badToken() {
                        return Answer.status(200);
                    }

                    @Override
                    Answer unknown() {
                        return Answer.status(200);
                    }
                };

        try (credulous) {
            var findings = String.join("\n", probe(credulous).run().findings());

            assertThat(findings)
                    .contains(
                            "POST /v1/jobs: /title missing",
                            "POST /v1/jobs: /title null",
                            "POST /v1/jobs: /title an object for text",
                            "POST /v1/jobs: /title too long",
                            "POST /v1/jobs: /budget text for an object",
                            "POST /v1/jobs: /budget/amount a negative amount",
                            "POST /v1/jobs: /budget/amount a number in quotes",
                            "POST /v1/jobs: /budget/amount beyond 64 bits",
                            "POST /v1/jobs: /budget/amount a fraction",
                            "POST /v1/jobs: /budget/currency an unknown currency",
                            "POST /v1/jobs: /noSuchField an unknown field",
                            "POST /v1/jobs: expired token",
                            "POST /v1/jobs: token signed by somebody else",
                            "POST /v1/jobs: token of another issuer",
                            "POST /v1/jobs: token changed after signing",
                            "GET /v1/jobs/{id}: no id in {id}",
                            "GET /v1/jobs/{id}: ids of nothing",
                            "GET /v1/drafts/{id}: ids of nothing");
        }
    }

    @Test
    void findsARoleThatGetsInByMistake() throws IOException {
        var careless =
                new SampleApi() {
                    @Override
                    Answer staff(String roles) {
                        return Answer.status(roles.contains("CLIENT") ? 403 : 200);
                    }
                };

        assertFinding(careless, "staff with the role MODERATOR", "expected [403]");
    }

    @Test
    void findsAKindThatGetsInOrIsRefusedByMistake() throws IOException {
        try (var api = new SampleApi()) {
            var report = probe(api).only("POST /v1/jobs", Kind.CLIENT).run();

            assertThat(report.findings())
                    .anyMatch(finding -> finding.contains("a caller of the kind TALENT"))
                    .noneMatch(finding -> finding.contains("the kind CLIENT"));
        }
    }

    @Test
    void findsSomebodyElsesThingShown() throws IOException {
        var careless =
                new SampleApi() {
                    @Override
                    Answer foreignDraft() {
                        return Answer.status(200);
                    }
                };

        assertFinding(careless, "a talent with somebody else's id", "expected [403, 404]");
    }

    @Test
    void findsAStatusThatTheDocumentDoesNotName() throws IOException {
        var careless =
                new SampleApi() {
                    @Override
                    Answer foreignDraft() {
                        return Answer.status(403);
                    }
                };

        assertFinding(
                careless,
                "a client with somebody else's id",
                "the document does not name this status");
    }

    @Test
    void findsAMethodThatIsNotRefused() throws IOException {
        var careless =
                new SampleApi() {
                    @Override
                    Answer notOffered() {
                        return Answer.status(500);
                    }
                };

        assertFinding(careless, "the method GET", "expected [405]");
    }

    @Test
    void wantsSomebodyElsesIdForEveryThing() throws IOException {
        try (var api = new SampleApi()) {
            var report = OpenApiProbe.at(api.url()).run();

            assertThat(report.findings())
                    .containsExactly(
                            "GET /v1/drafts/{id}: was not tried with somebody else's id:"
                                    + " foreign()");
        }
    }

    @Test
    void leavesOutWhatItIsToldToAndNoticesMisspelledNames() throws IOException {
        try (var api = new SampleApi()) {
            var probe = probe(api).except("POST /v1/jobs", "elsewhere").open("GET /v1/job");

            var report = probe.run();

            assertThat(report.findings())
                    .containsExactly("GET /v1/job: is not in the OpenAPI document");
            assertThat(report.attempts()).isLessThan(70);
        }
    }

    private static OpenApiProbe probe(SampleApi api) {
        return OpenApiProbe.at(api.url()).foreign("/v1/drafts/{id}", SampleApi.DRAFT);
    }

    private static void assertFinding(SampleApi api, String attempt, String complaint) {
        try (api) {
            var report = probe(api).run();

            assertThatThrownBy(report::assertClean)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(attempt)
                    .hasMessageContaining(complaint);
        }
    }
}
