/** HTTP, SSE, MongoDB, Kafka. */
@NullMarked
package guildhall.notification.inbox.adapter;

import org.jspecify.annotations.NullMarked;
