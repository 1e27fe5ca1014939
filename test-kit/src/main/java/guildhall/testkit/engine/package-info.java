/**
 * How the servers are found or started: configured, in a container, or embedded. Tests use {@link
 * guildhall.testkit.Infrastructure} and never this package.
 */
@NullMarked
package guildhall.testkit.engine;

import org.jspecify.annotations.NullMarked;
