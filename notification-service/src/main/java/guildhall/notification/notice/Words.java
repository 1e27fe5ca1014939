package guildhall.notification.notice;

import guildhall.messages.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Amounts, shares and times as people read them. */
public final class Words {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    /** {@code 500.00 USD}, {@code 500 JPY}. */
    public static String amount(Money money) {
        var digits = Math.max(0, money.currency().getDefaultFractionDigits());
        return BigDecimal.valueOf(money.minorUnits(), digits).toPlainString()
                + " "
                + money.currency().getCurrencyCode();
    }

    /** {@code 40 %}, {@code 33.33 %}: of hundredths of a per cent. */
    public static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + " %";
    }

    /** {@code 3 March 2027, 09:30 UTC}: nobody's time zone is known here. */
    public static String time(Instant at) {
        return MINUTE.format(at);
    }

    private Words() {}
}
