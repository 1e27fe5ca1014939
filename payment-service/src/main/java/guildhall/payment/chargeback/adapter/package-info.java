/** Chargebacks in PostgreSQL, on Kafka, for reconciliation and for staff. */
@NullMarked
package guildhall.payment.chargeback.adapter;

import org.jspecify.annotations.NullMarked;
