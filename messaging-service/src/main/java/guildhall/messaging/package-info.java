/**
 * Conversations: whoever works together can write to each other. Messages are stored in MongoDB and
 * told live over WebSocket.
 */
@NullMarked
package guildhall.messaging;

import org.jspecify.annotations.NullMarked;
