package guildhall.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.function.Predicate;

/** Where classes lie and which of them may know each other. */
public final class FeatureRules {
    private final Features features;

    public FeatureRules(Features features) {
        this.features = features;
    }

    public List<ArchRule> all() {
        return List.of(
                holdNoClassesButTheApplicationAtTheTop(),
                nestNothingButAdapters(),
                keepAdaptersPackagePrivate(),
                leaveForeignAdaptersAlone(),
                knowNoOtherService(),
                haveNoCycles());
    }

    private ArchRule holdNoClassesButTheApplicationAtTheTop() {
        return classes()
                .that(features.inBase())
                .and()
                .areTopLevelClasses()
                .should()
                .haveSimpleNameEndingWith("Application")
                .orShould()
                .haveSimpleName("package-info")
                .because("everything else belongs to a feature");
    }

    private ArchRule nestNothingButAdapters() {
        return classes()
                .should(
                        satisfy(
                                "lie in a feature or its adapter package",
                                type ->
                                        type.getPackageName().equals(features.base())
                                                || features.isFlat(type)));
    }

    private ArchRule keepAdaptersPackagePrivate() {
        return classes()
                .that(features.adapters())
                .and()
                .areTopLevelClasses()
                .should()
                .notHaveModifier(JavaModifier.PUBLIC)
                .because("nobody should call an adapter but the framework");
    }

    private ArchRule leaveForeignAdaptersAlone() {
        return classes()
                .should(
                        new ArchCondition<>("depend on no adapter of another feature") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                type.getDirectDependenciesFromSelf().stream()
                                        .filter(link -> features.isAdapter(link.getTargetClass()))
                                        .filter(link -> isForeign(type, link.getTargetClass()))
                                        .forEach(link ->
                                                events.add(
                                                        SimpleConditionEvent.violated(
                                                                type, link.getDescription())));
                            }
                        });
    }

    private boolean isForeign(JavaClass one, JavaClass other) {
        return !features.featureOf(one).equals(features.featureOf(other));
    }

    private ArchRule knowNoOtherService() {
        return noClasses()
                .should()
                .dependOnClassesThat(
                        DescribedPredicate.describe(
                                "belong to another service", this::isOfAnotherService))
                .because("services agree through messages only");
    }

    private boolean isOfAnotherService(JavaClass type) {
        var name = type.getPackageName();
        return name.startsWith("guildhall.")
                && !name.startsWith("guildhall.messages")
                && !name.startsWith("guildhall.runtime")
                && !features.isOwn(type);
    }

    private ArchRule haveNoCycles() {
        return slices().matching(features.base() + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature should be readable without the ones that build on it");
    }

    private static ArchCondition<JavaClass> satisfy(
            String description, Predicate<JavaClass> wanted) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!wanted.test(type)) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type, type.getName() + " does not " + description));
                }
            }
        };
    }
}
