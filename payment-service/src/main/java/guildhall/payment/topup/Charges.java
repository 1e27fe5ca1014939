package guildhall.payment.topup;

import guildhall.payment.provider.ProviderUnavailableException;
import guildhall.payment.topup.PaymentIntent.Requested;
import guildhall.payment.topup.PaymentProvider.Confirmation;
import java.time.Instant;
import java.util.Optional;

/** Has the provider charge what was asked for. Nothing here belongs into a transaction. */
public interface Charges {
    /**
     * To be called after the request was committed. When it is not known whether the provider heard
     * of it, the check that is scheduled finds out.
     */
    void submit(TopUp topUp);

    /**
     * Ends a charge that its payer does not want any more: first at the provider, whose answer
     * decides. One that the provider works on, or that has an outcome, stays what it is.
     */
    CancelOutcome cancel(Requested intent);

    /**
     * What the payer's browser needs to complete a charge; for the payer alone. Empty when there is
     * nothing to complete.
     *
     * @throws ProviderUnavailableException when the provider does not answer
     */
    Optional<Confirmation> confirmation(Requested intent);

    /** When a charge is cancelled that its payer has not completed. */
    Instant deadline(TopUp topUp);
}
