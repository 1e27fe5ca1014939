/** Payment methods over HTTP and in PostgreSQL, and the chore that makes providers forget. */
@NullMarked
package guildhall.payment.paymentmethod.adapter;

import org.jspecify.annotations.NullMarked;
