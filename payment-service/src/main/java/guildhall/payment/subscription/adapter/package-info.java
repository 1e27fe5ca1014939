/** Subscriptions over HTTP and in PostgreSQL, and the timer that renews them. */
@NullMarked
package guildhall.payment.subscription.adapter;

import org.jspecify.annotations.NullMarked;
