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
    void saysWhatNeedsNoToken() {
        var document = document("/v1/users");
        var get = (ObjectNode) document.at("/paths/~1v1~1users/get");
        get.putArray("security");
        get.withObject("/responses/200/content").putObject("security").put("type", "string");
        var other = document("/v1/jobs");
        var needsToken = (ObjectNode) other.at("/paths/~1v1~1jobs/get");
        needsToken.putArray("security").addObject().putArray("token of this service");

        var merged = MergedApi.of(JSON, Map.of("identity", document, "job", other));

        assertThat(merged.at("/security/0/bearer").isArray()).isTrue();
        assertThat(merged.at("/paths/~1v1~1users/get/security").isEmpty()).isTrue();
        assertThat(merged.at("/paths/~1v1~1users/get").has("security")).isTrue();
        assertThat(
                        merged.at("/paths/~1v1~1users/get/responses/200/content/security/type")
                                .asString())
                .isEqualTo("string");
        assertThat(merged.at("/paths/~1v1~1jobs/get").has("security")).isFalse();
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
