/** MongoDB and Kafka. */
@NullMarked
package guildhall.notification.contact.adapter;

import org.jspecify.annotations.NullMarked;
