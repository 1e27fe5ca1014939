/**
 * Who is calling. Every service verifies the access token itself (JWKS of identity-service), checks
 * ownership of the resource, and denies by default. Existence of a resource is hidden from
 * non-parties: they get 404.
 */
@NullMarked
package guildhall.runtime.security;

import org.jspecify.annotations.NullMarked;
