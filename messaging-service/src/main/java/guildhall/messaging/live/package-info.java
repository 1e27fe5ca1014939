/**
 * Messages and read marks as they happen, over WebSocket ({@code /v1/live/messages}). The server
 * speaks, {@code {"type": "message", "data": {…}}}; what a client sends is ignored. A page connects
 * with {@code new WebSocket(url, ["guildhall", "bearer." + token])}. The connection ends when the
 * access token expires or the session is revoked (close code 4401: connect again with a fresh
 * token), when the instance stops (1012) and when the client is too slow (1013). After any of them
 * read what was missed from the list of messages. Nobody gets more connections than are allowed
 * (4429).
 */
@NullMarked
package guildhall.messaging.live;

import org.jspecify.annotations.NullMarked;
