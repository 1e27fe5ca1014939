package guildhall.payment.credit;

import guildhall.messages.money.Money;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;

/**
 * What is left of units that came in together.
 *
 * @param value what is left of what was paid for them
 * @param expiresAt {@link #NEVER} for what was paid for
 */
public record Lot(LotId id, Kind kind, int units, Money value, Instant expiresAt, Instant addedAt) {
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** The order in which lots are used. */
    static final Comparator<Lot> ORDER =
            Comparator.comparing(Lot::expiresAt)
                    .thenComparing(Lot::addedAt)
                    .thenComparing(lot -> lot.id().toString());

    public Lot {
        if (units < 0) {
            throw new IllegalArgumentException("A lot of " + units);
        }
    }

    public enum Kind {
        PURCHASE,
        BONUS
    }

    /** Units of a lot with their part of its value. */
    public record Part(LotId lot, int units, Money value) {}

    boolean hasExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    /** So many of its units; all of its value with the last one. */
    Part part(int wanted) {
        return new Part(id, wanted, share(value, wanted, units));
    }

    /** As many units as are worth no more than the amount. */
    Part worth(Money amount) {
        if (!amount.isLessThan(value)) {
            return part(units);
        }
        var affordable =
                BigInteger.valueOf(units)
                        .multiply(BigInteger.valueOf(amount.minorUnits()))
                        .divide(BigInteger.valueOf(value.minorUnits()));
        return part(affordable.intValueExact());
    }

    static Money share(Money value, int wanted, int units) {
        var share =
                BigInteger.valueOf(value.minorUnits())
                        .multiply(BigInteger.valueOf(wanted))
                        .divide(BigInteger.valueOf(units));
        return new Money(share.longValueExact(), value.currency());
    }

    Lot without(Part part) {
        return new Lot(
                id, kind, units - part.units(), value.minus(part.value()), expiresAt, addedAt);
    }

    Lot with(Part part) {
        return new Lot(
                id,
                kind,
                Math.addExact(units, part.units()),
                value.plus(part.value()),
                expiresAt,
                addedAt);
    }
}
