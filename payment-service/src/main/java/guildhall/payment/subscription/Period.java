package guildhall.payment.subscription;

import guildhall.messages.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** What is paid for at once; start is inclusive, end exclusive. */
public record Period(Instant start, Instant end) {

    /**
     * The period that begins at a moment.
     *
     * @param anchor when the first one began: its day of the month is kept where months have it
     */
    static Period from(Instant anchor, Instant start, int months) {
        var first = anchor.atOffset(ZoneOffset.UTC);
        var passed = ChronoUnit.MONTHS.between(first, start.atOffset(ZoneOffset.UTC));
        var end = first.plusMonths(passed + months).toInstant();
        // A short month counts as a whole one, although its days are fewer.
        while (!end.isAfter(start) || isTooShort(start, end, months)) {
            passed++;
            end = first.plusMonths(passed + months).toInstant();
        }
        return new Period(start, end);
    }

    private static boolean isTooShort(Instant start, Instant end, int months) {
        return Duration.between(start, end).compareTo(Duration.ofDays(27L * months)) < 0;
    }

    /** The part of an amount for what is left of this period, half up to the minor unit. */
    Money rest(Money whole, Instant now) {
        var left = Duration.between(now.isBefore(start) ? start : now, end);
        if (left.isNegative()) {
            return Money.zero(whole.currency());
        }
        var part =
                BigDecimal.valueOf(whole.minorUnits())
                        .multiply(BigDecimal.valueOf(left.toMillis()))
                        .divide(
                                BigDecimal.valueOf(Duration.between(start, end).toMillis()),
                                0,
                                RoundingMode.HALF_UP);
        return new Money(part.longValueExact(), whole.currency());
    }
}
