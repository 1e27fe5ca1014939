/** Configured schedules, billing per pair in PostgreSQL, and the preview over HTTP. */
@NullMarked
package guildhall.payment.fee.adapter;

import org.jspecify.annotations.NullMarked;
