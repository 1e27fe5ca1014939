/**
 * Which web pages may call: exact origins or {@code *.suffix}, the same list for HTTP, SSE and
 * WebSocket handshakes. A page from elsewhere is refused before anything else happens.
 */
@NullMarked
package guildhall.gateway.origin;

import org.jspecify.annotations.NullMarked;
