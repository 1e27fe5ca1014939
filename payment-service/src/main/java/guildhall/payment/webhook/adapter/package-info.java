/** Webhooks over HTTP: proof of the sender, the format of each provider, the inbox. */
@NullMarked
package guildhall.payment.webhook.adapter;

import org.jspecify.annotations.NullMarked;
