/**
 * The one door for client applications: routes to the services, and everything that must hold
 * before a request reaches one. In this order: counting and tracing ({@code observe}), request id
 * and security headers ({@code request}), origin allowlist ({@code origin}), body size ({@code
 * body}), access token and revocation ({@code token}), rate limit ({@code limit}), route with
 * breaker and time-out ({@code route}). Every refusal is an RFC 9457 problem ({@code problem}).
 *
 * <p>The gateway owns no business data. It verifies tokens for its own decisions; each service
 * verifies them again.
 */
@NullMarked
package guildhall.gateway;

import org.jspecify.annotations.NullMarked;
