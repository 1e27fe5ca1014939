package guildhall.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was once sent can be read for ever: one fixture per version, never edited. */
class FixturesTest {
    static final Path FIXTURES = Path.of("src/test/resources/fixtures");

    @ParameterizedTest
    @MethodSource("types")
    void everyFixtureReadsAndWritesBackWhatItSays(Class<? extends Message> type)
            throws IOException {
        var fixture = Files.readString(FIXTURES.resolve(MessageCatalogue.typeOf(type) + ".json"));

        var message = Json.MAPPER.readValue(fixture, type);

        assertThat(Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(message)))
                .isEqualTo(Json.MAPPER.readTree(fixture));
        assertThat(message.key()).isNotBlank();
    }

    @Test
    void everyMessageHasAFixtureAndEveryFixtureAMessage() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            types().map(MessageCatalogue::typeOf).toList());
        }
    }

    @Test
    void everyTypeStartsWithItsOwnerAndEndsWithItsVersion() {
        assertThat(types())
                .allSatisfy(type -> {
                    var owner = MessageCatalogue.topicOf(type).split("\\.")[0];
                    var version = type.getSimpleName().replaceAll(".*V", "v");
                    assertThat(MessageCatalogue.typeOf(type))
                            .matches(owner + "\\.[a-z-]+\\." + version);
                });
    }

    static Stream<Class<? extends Message>> types() {
        return MessageCatalogue.messages().stream();
    }
}
