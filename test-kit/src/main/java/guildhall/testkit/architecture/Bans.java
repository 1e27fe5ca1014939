package guildhall.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** What is not used anywhere, because something better is always at hand. */
public final class Bans {
    /** Work that nobody retries and nobody sees: use the outbox, timers and process managers. */
    private static final List<String> FORGETFUL =
            List.of(
                    "org.springframework.scheduling.annotation.Async",
                    "org.springframework.scheduling.annotation.Scheduled",
                    "org.springframework.context.event.EventListener",
                    "org.springframework.transaction.event.TransactionalEventListener");

    private static final List<String> INJECTION =
            List.of(
                    "org.springframework.beans.factory.annotation.Autowired",
                    "org.springframework.beans.factory.annotation.Value",
                    "jakarta.inject.Inject",
                    "jakarta.annotation.Resource");

    public static List<ArchRule> all() {
        return List.of(
                noMethods()
                        .should()
                        .beAnnotatedWith(anyOf(FORGETFUL))
                        .because("a crash would lose the work without a trace"),
                noClasses()
                        .should()
                        .beAnnotatedWith(anyOf(FORGETFUL))
                        .because("a crash would lose the work without a trace"),
                noFields()
                        .should()
                        .beAnnotatedWith(anyOf(INJECTION))
                        .because("constructors say what a class needs"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "jakarta.persistence..",
                                "org.springframework.data.jpa..",
                                "org.hibernate.annotations..")
                        .because("SQL is written where it can be read"),
                NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
    }

    private static DescribedPredicate<JavaAnnotation<?>> anyOf(List<String> names) {
        return DescribedPredicate.describe(
                "@" + String.join(", @", names),
                annotation -> names.contains(annotation.getRawType().getName()));
    }

    private Bans() {}
}
