/**
 * Who is calling. An access token is verified once (signature by the keys of identity-service,
 * issuer, times) and then recognised until it expires; what changes meanwhile, a revoked session,
 * is told by Redis and refused at once. The token comes as {@code Authorization: Bearer}, or on a
 * WebSocket as the protocol {@code bearer.<token>} beside {@code guildhall}.
 *
 * <p>Failure cases: identity-service away, tokens signed with known keys still pass; Redis away,
 * revocations that were heard of still hold and new ones are caught up when it is back, at the
 * latest the short life of a token ends them.
 */
@NullMarked
package guildhall.gateway.token;

import org.jspecify.annotations.NullMarked;
