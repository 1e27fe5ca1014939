/** Refunds over HTTP, in PostgreSQL, on Kafka, and to and from the provider. */
@NullMarked
package guildhall.payment.refund.adapter;

import org.jspecify.annotations.NullMarked;
