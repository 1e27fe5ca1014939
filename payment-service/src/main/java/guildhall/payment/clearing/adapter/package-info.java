/** The sweep that clears holds, and their rows in PostgreSQL. */
@NullMarked
package guildhall.payment.clearing.adapter;

import org.jspecify.annotations.NullMarked;
