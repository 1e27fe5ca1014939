package guildhall.stack.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a service can be told by environment variables stands in {@code docs/operations.md}. */
class DocumentedVariablesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)[:}]");

    /** {@code LIMIT_*}, {@code <SERVICE>_URL} and {@code {A,B}_PASSWORD} stand for several. */
    private static final Pattern NAME = Pattern.compile("`([A-Z<{][A-Z0-9_*<>{},]+)`");

    @Test
    void everyVariableOfAServiceIsDocumented() throws IOException {
        var documented = documented();

        assertThat(variables())
                .contains("POSTGRES_URL", "TOKEN_PEPPER", "ALLOWED_ORIGINS")
                .allSatisfy(variable ->
                        assertThat(documented).anyMatch(name -> name.matcher(variable).matches()));
    }

    private static List<Pattern> documented() throws IOException {
        var page = Files.readString(ROOT.resolve("docs/operations.md"));
        return NAME.matcher(page)
                .results()
                .map(result -> result.group(1))
                .map(name -> name.replace("<SERVICE>", "[A-Z]+").replace("*", "[A-Z_]+"))
                .map(name -> name.replace('{', '(').replace('}', ')').replace(',', '|'))
                .map(Pattern::compile)
                .toList();
    }

    private static Set<String> variables() throws IOException {
        try (var modules = Files.list(ROOT)) {
            var found = new TreeSet<String>();
            modules.map(module -> module.resolve("src/main/resources"))
                    .flatMap(DocumentedVariablesTest::settings)
                    .map(DocumentedVariablesTest::text)
                    .flatMap(text -> VARIABLE.matcher(text).results())
                    .map((MatchResult result) -> result.group(1))
                    .forEach(found::add);
            return found;
        }
    }

    private static Stream<Path> settings(Path folder) {
        return Stream.of("application.yml", "guildhall-runtime.yml")
                .map(folder::resolve)
                .filter(Files::exists);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
