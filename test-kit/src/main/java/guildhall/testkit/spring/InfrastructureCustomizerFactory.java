package guildhall.testkit.spring;

import guildhall.testkit.WithInfrastructure;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/** Finds the annotation on a test class, its superclasses or the class that it is nested in. */
final class InfrastructureCustomizerFactory implements ContextCustomizerFactory {
    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        return Environments.ownerOf(testClass)
                .map(owner -> customizer(owner, Environments.annotationOf(owner)))
                .orElse(null);
    }

    private static InfrastructureCustomizer customizer(
            Class<?> owner, WithInfrastructure annotation) {
        return new InfrastructureCustomizer(
                owner, serviceOf(owner, annotation), Set.of(annotation.value()));
    }

    private static String serviceOf(Class<?> owner, WithInfrastructure annotation) {
        if (!annotation.service().isEmpty()) {
            return annotation.service();
        }
        var packages = owner.getPackageName().split("\\.");
        if (packages.length < 2 || !packages[0].equals("guildhall")) {
            throw new IllegalStateException(
                    owner + " is outside of guildhall.<service>: name the service");
        }
        return packages[1];
    }
}
