package guildhall.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sees every rule red on a small service that breaks it, and all green on one that does not. */
class ArchitectureRulesTest {
    private static final String FIXTURES = "guildhall.fixture.";

    @Test
    void acceptsPureFeaturesPlainFeaturesAndVocabularies() {
        assertThatCode(() -> check("good")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "looksaround | Instant.now()",
                "looksaround | UUID.randomUUID()",
                "looksaround | java.time.Clock",
                "looksaround | org.slf4j.Logger",
                "looksaround | java.nio.file.Files",
                "looksaround | Math.random()",
                "looksaround | SourceCode.hours",
                "loud        | nobody should call an adapter but the framework",
                "foreign     | depend on no adapter of another feature",
                "cycle       | a feature should be readable without the ones that build on it",
                "deep        | lie in a feature or its adapter package",
                "stray       | everything else belongs to a feature",
                "nosy        | services agree through messages only",
                "forgetful   | Later.async()",
                "forgetful   | Later.scheduled()",
                "forgetful   | Later.listener()",
                "forgetful   | Later.afterCommit()",
                "forgetful   | Asynchronous> is annotated",
                "injected    | constructors say what a class needs",
                "entity      | SQL is written where it can be read",
                "printing    | access standard streams",
            })
    void refuses(String service, String reason) {
        assertThatThrownBy(() -> check(service))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(reason);
    }

    @Test
    void noticesThatItLooksAtNothing() {
        assertThatThrownBy(() -> ArchitectureRules.check("guildhall.misspelt"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("No classes");
    }

    private static void check(String service) {
        ArchitectureRules.check(classes(service), FIXTURES + service);
    }

    private static JavaClasses classes(String service) {
        return new ClassFileImporter().importPackages(FIXTURES + service);
    }
}
