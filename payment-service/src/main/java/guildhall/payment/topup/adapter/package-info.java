/** Top-ups over HTTP, in PostgreSQL, and the timer that repairs what a crash left behind. */
@NullMarked
package guildhall.payment.topup.adapter;

import org.jspecify.annotations.NullMarked;
