/** Tips over HTTP, and their rows in PostgreSQL. */
@NullMarked
package guildhall.payment.tip.adapter;

import org.jspecify.annotations.NullMarked;
