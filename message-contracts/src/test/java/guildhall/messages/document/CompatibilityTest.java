package guildhall.messages.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompatibilityTest {
    static final JsonNode BEFORE =
            json(
                    """
                    {"type": "object", "required": ["id"], "properties": {
                        "id": {"type": "string", "format": "uuid"},
                        "note": {"type": "string"}}}
                    """);

    @Test
    void acceptsANewOptionalField() {
        var after = changed("\"note\": {", "\"extra\": {\"type\": \"integer\"}, \"note\": {");

        assertThat(Compatibility.breaks(BEFORE, after)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`, \"format\": \"uuid\"`, ``, `/id: format changed`",
                "`\"note\": {\"type\": \"string\"`, `\"note\": {\"type\": \"integer\"`,"
                        + " `/note: type changed`",
                "`[\"id\"]`, `[\"id\", \"note\"]`, `/note: is now required`",
                "`[\"id\"]`, `[]`, `/id: is no longer always there`",
                "`\"note\": {`, `\"remark\": {`, `/note: removed`"
            })
    void refusesWhatWouldBreakAReader(String from, String to, String why) {
        var after = changed(from, to);

        assertThat(Compatibility.breaks(BEFORE, after)).singleElement().asString().startsWith(why);
    }

    static JsonNode changed(String from, String to) {
        var text = BEFORE.toString();
        var search = from.replace(": ", ":").replace(", ", ",");
        assertThat(text).contains(search);
        return json(text.replace(search, to));
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
