package guildhall.payment.topup;

import guildhall.messages.money.Money;

/** How a charge stands at the provider. The reference is the provider's own id of it. */
public sealed interface ProviderCharge {
    String reference();

    /** The provider does nothing until the payer has done something. */
    record AwaitsPayer(String reference) implements ProviderCharge {}

    record Underway(String reference) implements ProviderCharge {}

    record Captured(String reference, Money amount) implements ProviderCharge {}

    record Refused(String reference, String reason) implements ProviderCharge {}

    /** Nothing was charged, and nothing can be any more. */
    record Ended(String reference, Cancellation by) implements ProviderCharge {}
}
