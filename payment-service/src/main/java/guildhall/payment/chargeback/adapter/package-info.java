/** Chargebacks and fees of providers in PostgreSQL, and chargebacks on Kafka and for staff. */
@NullMarked
package guildhall.payment.chargeback.adapter;

import org.jspecify.annotations.NullMarked;
