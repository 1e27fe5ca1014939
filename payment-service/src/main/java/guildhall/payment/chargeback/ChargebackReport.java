package guildhall.payment.chargeback;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.payment.webhook.ProviderFact;
import java.util.UUID;

/**
 * What a provider says about a payment that a bank disputes: how much of it the bank has taken by
 * now, and how much of that has come back. A report may come again, and after a newer one.
 *
 * @param reference the provider's own id of the dispute
 * @param amount what the bank took
 * @param returned what has come back because the dispute was won
 * @param reason in the words of the provider
 */
public record ChargebackReport(
        PaymentIntentId payment, String reference, Money amount, Money returned, String reason)
        implements ProviderFact {
    @Override
    public UUID subject() {
        return payment.value();
    }
}
