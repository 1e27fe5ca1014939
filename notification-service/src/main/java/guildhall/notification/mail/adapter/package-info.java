/** MongoDB, SMTP, Kafka. */
@NullMarked
package guildhall.notification.mail.adapter;

import org.jspecify.annotations.NullMarked;
