/**
 * Connects {@link guildhall.testkit.WithInfrastructure} to Spring's test framework, through {@code
 * META-INF/spring.factories}.
 */
@NullMarked
package guildhall.testkit.spring;

import org.jspecify.annotations.NullMarked;
