package guildhall.payment.provider;

import guildhall.messages.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** What a provider says about the money that it holds for us, to compare our books with. */
public interface ProviderStatement {
    /** The provider's name, as in its webhooks. */
    String provider();

    /** By time, then reference: everything that was booked from one time until before another. */
    List<Booking> bookings(Instant from, Instant until);

    /** Everything that was booked before a time, in minor units; below zero when we owe. */
    long balance(Currency currency, Instant at);

    enum Kind {
        CHARGE,
        PAYOUT,
        REFUND,
        CHARGEBACK,
        FEE
    }

    enum Direction {
        /** The provider holds more for us than before. */
        IN,
        OUT
    }

    /**
     * One movement.
     *
     * @param reference the provider's own id of what was booked
     * @param subject the id that we gave to it: of the top-up, payout or refund
     */
    record Booking(
            String reference,
            UUID subject,
            Kind kind,
            Direction direction,
            Money amount,
            Instant at) {}
}
