package guildhall.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class MergedApiTest {
    static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void keepsThingsOfTheSameNameApart() {
        var merged =
                MergedApi.of(
                        JSON,
                        Map.of("job", document("/v1/jobs"), "review", document("/v1/reviews")));

        assertThat(merged.path("paths").propertyNames())
                .containsExactlyInAnyOrder("/v1/jobs", "/v1/reviews");
        assertThat(merged.path("components").path("schemas").propertyNames())
                .containsExactlyInAnyOrder("job.View", "review.View");
        assertThat(merged.at("/paths/~1v1~1jobs/get/responses/200/$ref").asString())
                .isEqualTo("#/components/schemas/job.View");
        assertThat(merged.at("/paths/~1v1~1jobs/get/tags/0").asString()).isEqualTo("job");
        assertThat(merged.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
    }

    @Test
    void leavesTheDocumentsOfTheServicesAlone() {
        var document = document("/v1/jobs");

        MergedApi.of(JSON, Map.of("job", document));

        assertThat(document).isEqualTo(document("/v1/jobs"));
    }

    static ObjectNode document(String path) {
        return (ObjectNode)
                JSON.readTree(
                        """
                        {"paths": {"%s": {"get": {"tags": ["some-controller"], "responses":
                            {"200": {"$ref": "#/components/schemas/View"}}}}},
                         "components": {"schemas": {"View": {"type": "object"}},
                            "securitySchemes": {"other": {"type": "http"}}}}
                        """
                                .formatted(path));
    }
}
