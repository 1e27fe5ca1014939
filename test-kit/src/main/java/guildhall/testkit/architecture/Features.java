package guildhall.testkit.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which packages of a service are pure, which are adapters and which are plain. */
public final class Features {
    private static final String ADAPTER = ".adapter";
    private static final String COMPONENT = "org.springframework.stereotype.Component";

    private final String base;
    private final Set<String> plain;

    private Features(String base, Set<String> plain) {
        this.base = base;
        this.plain = plain;
    }

    public static Features of(JavaClasses classes, String base) {
        var adapted = packages(classes, type -> type.getPackageName().endsWith(ADAPTER));
        var roots =
                adapted.stream()
                        .map(name -> name.substring(0, name.length() - ADAPTER.length()))
                        .collect(Collectors.toUnmodifiableSet());
        var plain =
                packages(
                        classes,
                        type ->
                                type.isMetaAnnotatedWith(COMPONENT)
                                        && !roots.contains(type.getPackageName())
                                        && !type.getPackageName().endsWith(ADAPTER));
        return new Features(base, plain);
    }

    String base() {
        return base;
    }

    /** The service's own packages that must stay free of I/O. */
    DescribedPredicate<JavaClass> pure() {
        return DescribedPredicate.describe("are pure", this::isPure);
    }

    DescribedPredicate<JavaClass> adapters() {
        return DescribedPredicate.describe("are adapters", this::isAdapter);
    }

    DescribedPredicate<JavaClass> inBase() {
        return DescribedPredicate.describe(
                "are directly in " + base, type -> type.getPackageName().equals(base));
    }

    boolean isOwn(JavaClass type) {
        return type.getPackageName().equals(base) || type.getPackageName().startsWith(base + ".");
    }

    boolean isPure(JavaClass type) {
        return isFeature(type) && !isAdapter(type) && !plain.contains(type.getPackageName());
    }

    boolean isAdapter(JavaClass type) {
        return isFeature(type) && type.getPackageName().endsWith(ADAPTER);
    }

    /** The first package below the service's own; empty for classes directly in that. */
    String featureOf(JavaClass type) {
        var name = type.getPackageName();
        return isFeature(type) ? name.substring(base.length() + 1).split("\\.", 2)[0] : "";
    }

    /** Whether the package is the feature itself or its adapter: nothing lies deeper. */
    boolean isFlat(JavaClass type) {
        var feature = base + "." + featureOf(type);
        return Set.of(feature, feature + ADAPTER).contains(type.getPackageName());
    }

    private boolean isFeature(JavaClass type) {
        return type.getPackageName().startsWith(base + ".");
    }

    private static Set<String> packages(JavaClasses classes, Predicate<JavaClass> filter) {
        return classes.stream()
                .filter(filter)
                .map(JavaClass::getPackageName)
                .collect(Collectors.toUnmodifiableSet());
    }
}
