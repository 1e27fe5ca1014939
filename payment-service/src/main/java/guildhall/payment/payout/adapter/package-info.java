/** Payouts over HTTP, in PostgreSQL, on Kafka, and to and from providers. */
@NullMarked
package guildhall.payment.payout.adapter;

import org.jspecify.annotations.NullMarked;
