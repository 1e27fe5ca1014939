/** Adjustments in PostgreSQL, their expiry, and their desk for staff. */
@NullMarked
package guildhall.payment.adjustment.adapter;

import org.jspecify.annotations.NullMarked;
