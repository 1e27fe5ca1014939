package guildhall.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** Decisions depend on nothing but their arguments. */
public final class PurityRules {
    private static final Set<String> ALLOWED =
            Set.of(
                    "org.jspecify.annotations",
                    "guildhall.runtime.decide",
                    "guildhall.runtime.list",
                    "guildhall.messages.money",
                    "guildhall.messages.id",
                    "guildhall.messages.party");

    /** Parts of {@code java..} that reach outside of the process. */
    private static final List<String> OUTSIDE =
            List.of(
                    "java.sql",
                    "java.net.http",
                    "java.nio.file",
                    "java.nio.channels",
                    "java.lang.reflect",
                    "java.util.logging",
                    "java.util.concurrent");

    private static final Set<String> IMPURE_METHODS =
            Set.of(
                    "now",
                    "randomUUID",
                    "currentTimeMillis",
                    "nanoTime",
                    "getenv",
                    "getProperty",
                    "getLogger");

    private static final Set<String> IMPURE_TYPES =
            Set.of(
                    "java.time.Clock",
                    "java.util.Random",
                    "java.util.SplittableRandom",
                    "java.security.SecureRandom",
                    "java.lang.System$Logger",
                    "java.lang.Thread");

    private final Features features;

    public PurityRules(Features features) {
        this.features = features;
    }

    public List<ArchRule> all() {
        return List.of(dependOnlyOnPureThings(), decideWithoutLookingAround());
    }

    private ArchRule dependOnlyOnPureThings() {
        return classes()
                .that(features.pure())
                .should()
                .onlyDependOnClassesThat(
                        DescribedPredicate.describe(
                                "are java.., jspecify, decide, list, money, ids, parties or pure"
                                        + " features of this service",
                                this::isHarmless))
                .because("a decision that does I/O cannot be tested or simulated");
    }

    private ArchRule decideWithoutLookingAround() {
        return noClasses()
                .that(features.pure())
                .should()
                .accessTargetWhere(
                        DescribedPredicate.describe(
                                "asks for the time, chance, a logger or the environment",
                                PurityRules::isImpure))
                .because("time, ids and prices arrive in the command");
    }

    private boolean isHarmless(JavaClass target) {
        var type = target.getBaseComponentType(); // Of an array; the type itself otherwise.
        var name = type.getPackageName();
        return type.isPrimitive()
                || ALLOWED.contains(name)
                || features.isPure(type)
                || (name.startsWith("java.")
                        && OUTSIDE.stream().noneMatch(outside -> isIn(outside, name))
                        && !IMPURE_TYPES.contains(type.getName()));
    }

    private static boolean isIn(String parent, String name) {
        return name.equals(parent) || name.startsWith(parent + ".");
    }

    private static boolean isImpure(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var isJava = owner.getPackageName().startsWith("java.");
        return isJava
                && (IMPURE_METHODS.contains(access.getTarget().getName())
                        || (owner.getName().equals("java.lang.Math")
                                && access.getTarget().getName().equals("random")));
    }
}
