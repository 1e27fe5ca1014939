/** Stripe's API, its webhooks over HTTP, and its events in PostgreSQL until they are handled. */
@NullMarked
package guildhall.payment.stripe.adapter;

import org.jspecify.annotations.NullMarked;
