/**
 * What all ports to payment providers have in common: the companies that move money for us. Each
 * feature that needs one has a port of its own ({@link guildhall.payment.topup.PaymentProvider} for
 * charges); each provider is a package that implements ports and translates its webhooks into
 * {@link guildhall.payment.webhook.ProviderFact}s.
 *
 * <p>A provider answers asynchronously. A request carries an id of ours as its idempotency key, so
 * that it may be repeated; when it is not known whether a request arrived, the port throws {@link
 * guildhall.payment.provider.ProviderUnavailableException} and somebody asks later.
 */
@NullMarked
package guildhall.payment.provider;

import org.jspecify.annotations.NullMarked;
