/**
 * What every test of the platform starts from.
 *
 * <p>Infrastructure is real, started once per test run and isolated per test class: {@link
 * guildhall.testkit.WithInfrastructure} on a Spring test, {@link guildhall.testkit.TestEnvironment}
 * without Spring. {@link guildhall.testkit.TestPostgres} and {@link guildhall.testkit.TestBroker}
 * are servers of a test's own, to be killed and restarted at will.
 *
 * <p>Neighbours are played by {@link guildhall.testkit.TestTokens} (identity) and {@link
 * guildhall.testkit.KafkaProbe} (the other services). Pure code is tested with {@link
 * guildhall.testkit.Specification}, {@link guildhall.testkit.Dialogue} and {@link
 * guildhall.testkit.Seeds}; its shape by {@link guildhall.testkit.ArchitectureRules}; the edges of
 * the HTTP interface by {@link guildhall.testkit.openapi.OpenApiProbe}.
 */
@NullMarked
package guildhall.testkit;

import org.jspecify.annotations.NullMarked;
