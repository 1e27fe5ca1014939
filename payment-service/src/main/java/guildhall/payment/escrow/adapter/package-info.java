/** Commands from Kafka, escrows in PostgreSQL, and what the parties may see over HTTP. */
@NullMarked
package guildhall.payment.escrow.adapter;

import org.jspecify.annotations.NullMarked;
