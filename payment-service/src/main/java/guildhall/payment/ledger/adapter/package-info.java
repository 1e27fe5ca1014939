/** The ledger in PostgreSQL, its audit, and the trial balance for staff. */
@NullMarked
package guildhall.payment.ledger.adapter;

import org.jspecify.annotations.NullMarked;
