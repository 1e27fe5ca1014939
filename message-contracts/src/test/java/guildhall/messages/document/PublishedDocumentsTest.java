package guildhall.messages.document;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.Message;
import guildhall.messages.MessageCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The checked-in schemas and {@code asyncapi.yaml} say what the records say. After a compatible
 * change, run the tests once with {@code -Dguildhall.regenerate=true} and commit the result.
 */
class PublishedDocumentsTest {
    static final Path SCHEMAS = Path.of("schemas");
    static final Path ASYNC_API = Path.of("asyncapi.yaml");
    static final boolean REGENERATE = Boolean.getBoolean("guildhall.regenerate");

    @ParameterizedTest
    @MethodSource("types")
    void schemaOfTheRecordIsTheSchemaThatWasPublished(Class<? extends Message> type)
            throws IOException {
        var file = SCHEMAS.resolve(MessageCatalogue.typeOf(type) + ".schema.json");
        var current = MessageSchemas.of(type);
        if (Files.exists(file)) {
            var published = JsonMapper.shared().readTree(Files.readString(file));
            assertThat(Compatibility.breaks(published, asRead(current)))
                    .as("%s may only gain optional fields; anything else is a new version", type)
                    .isEmpty();
        }
        if (REGENERATE) {
            Files.createDirectories(SCHEMAS);
            Files.writeString(file, current.toPrettyString() + "\n");
        }

        assertThat(file).hasContent(current.toPrettyString() + "\n");
    }

    @Test
    void everySchemaBelongsToAMessage() throws IOException {
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            types().map(MessageCatalogue::typeOf)
                                    .map(type -> type + ".schema.json")
                                    .toList());
        }
    }

    @Test
    void asyncApiDocumentSaysWhatTheRecordsSay() throws IOException {
        var current = AsyncApi.document();
        if (REGENERATE) {
            Files.writeString(ASYNC_API, current);
        }

        assertThat(ASYNC_API).hasContent(current);
    }

    /** A number that was read is of another kind than one that was made. */
    static JsonNode asRead(JsonNode made) {
        return JsonMapper.shared().readTree(made.toString());
    }

    static Stream<Class<? extends Message>> types() {
        return MessageCatalogue.messages().stream();
    }
}
