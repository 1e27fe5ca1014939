/**
 * Bad input for every endpoint of a service, derived from its own OpenAPI document so that none is
 * forgotten: {@link guildhall.testkit.openapi.OpenApiProbe}. A document that is not true shows up
 * here too, because the requests are built from it.
 */
@NullMarked
package guildhall.testkit.openapi;

import org.jspecify.annotations.NullMarked;
