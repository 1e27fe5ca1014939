/** Credits over HTTP, by commands, in PostgreSQL, and the timer of what expires. */
@NullMarked
package guildhall.payment.credit.adapter;

import org.jspecify.annotations.NullMarked;
