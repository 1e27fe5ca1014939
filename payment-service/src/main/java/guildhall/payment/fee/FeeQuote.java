package guildhall.payment.fee;

import guildhall.messages.money.Money;
import java.util.List;

/**
 * The price of one release.
 *
 * @param schedule version of the schedule that priced it
 * @param parts how the gross amount falls into the tiers
 */
public record FeeQuote(String schedule, Money gross, Money fee, List<Part> parts) {
    public FeeQuote {
        parts = List.copyOf(parts);
    }

    public Money net() {
        return gross.minus(fee);
    }

    /** The part of the gross amount that one rate applies to. */
    public record Part(int basisPoints, Money amount) {}
}
