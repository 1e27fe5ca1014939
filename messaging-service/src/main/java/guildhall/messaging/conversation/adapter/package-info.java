/** HTTP, MongoDB, Kafka. */
@NullMarked
package guildhall.messaging.conversation.adapter;

import org.jspecify.annotations.NullMarked;
