package guildhall.testkit.spring;

import guildhall.testkit.TestEnvironment;
import guildhall.testkit.WithInfrastructure;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** The environment of each test class that is running. */
final class Environments {
    private static final Map<Class<?>, TestEnvironment> RUNNING = new ConcurrentHashMap<>();

    /** The class whose environment this one uses: itself, or the one that it is nested in. */
    static Optional<Class<?>> ownerOf(Class<?> testClass) {
        if (AnnotatedElementUtils.hasAnnotation(testClass, WithInfrastructure.class)) {
            return Optional.of(testClass);
        }
        return Optional.<Class<?>>ofNullable(testClass.getEnclosingClass())
                .flatMap(Environments::ownerOf);
    }

    static WithInfrastructure annotationOf(Class<?> owner) {
        return Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(owner, WithInfrastructure.class))
                .orElseThrow(() -> new IllegalStateException(owner + " is not annotated"));
    }

    /** A context that is built a second time for the same class finds its data again. */
    static TestEnvironment of(Class<?> owner, Supplier<TestEnvironment> create) {
        return RUNNING.computeIfAbsent(owner, _ -> create.get());
    }

    static void close(Class<?> owner) {
        Optional.ofNullable(RUNNING.remove(owner)).ifPresent(TestEnvironment::close);
    }

    private Environments() {}
}
