/** The inbox of provider events in PostgreSQL, and a look at it for staff. */
@NullMarked
package guildhall.payment.webhook.adapter;

import org.jspecify.annotations.NullMarked;
