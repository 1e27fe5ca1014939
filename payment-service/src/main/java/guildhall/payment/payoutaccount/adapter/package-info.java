/** Payout accounts over HTTP, in PostgreSQL, on Kafka, and what providers report about them. */
@NullMarked
package guildhall.payment.payoutaccount.adapter;

import org.jspecify.annotations.NullMarked;
