/** WebSocket. */
@NullMarked
package guildhall.messaging.live.adapter;

import org.jspecify.annotations.NullMarked;
