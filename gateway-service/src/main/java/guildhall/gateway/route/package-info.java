/**
 * Which service answers which path, and what happens when it does not: connection and answer
 * time-outs, a circuit breaker per service, a second try for reads when no connection could be
 * made. Live routes (SSE, WebSocket) have no answer time-out and no breaker. A frame that a client
 * sends on a WebSocket before the service behind it is connected may be lost; the live routes of
 * Guildhall only speak to clients.
 */
@NullMarked
package guildhall.gateway.route;

import org.jspecify.annotations.NullMarked;
