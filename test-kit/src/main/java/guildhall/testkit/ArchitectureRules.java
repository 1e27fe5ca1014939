package guildhall.testkit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import guildhall.testkit.architecture.Bans;
import guildhall.testkit.architecture.FeatureRules;
import guildhall.testkit.architecture.Features;
import guildhall.testkit.architecture.PurityRules;
import java.util.List;
import java.util.stream.Stream;

/**
 * The shape of a service, held by one test:
 *
 * <pre>{@code
 * class ArchitectureTest {
 *     @Test
 *     void keepsTheHouseRules() {
 *         ArchitectureRules.check("guildhall.job");
 *     }
 * }
 * }</pre>
 *
 * <p>A package is a feature and its only sub-package is {@code adapter}. A feature with an {@code
 * adapter} package is pure outside of it. A feature without one is <em>plain</em> when one of its
 * classes is a Spring component or configuration: a record, a repository and a controller side by
 * side, with no rules worth protecting. A feature without either is a vocabulary of values, and
 * pure too.
 */
public final class ArchitectureRules {
    /**
     * Checks the main classes of a service.
     *
     * @throws AssertionError listing every violation of every rule
     */
    public static void check(String basePackage) {
        check(
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                        .importPackages(basePackage),
                basePackage);
    }

    static void check(JavaClasses classes, String basePackage) {
        if (classes.isEmpty()) {
            throw new AssertionError("No classes in " + basePackage);
        }
        var broken =
                rules(classes, basePackage).stream()
                        .map(rule -> rule.allowEmptyShould(true).evaluate(classes))
                        .filter(EvaluationResult::hasViolation)
                        .map(result -> result.getFailureReport().toString())
                        .toList();
        if (!broken.isEmpty()) {
            throw new AssertionError(String.join(System.lineSeparator(), broken));
        }
    }

    private static List<ArchRule> rules(JavaClasses classes, String basePackage) {
        var features = Features.of(classes, basePackage);
        return Stream.of(
                        new PurityRules(features).all(),
                        new FeatureRules(features).all(),
                        Bans.all())
                .flatMap(List::stream)
                .toList();
    }

    private ArchitectureRules() {}
}
