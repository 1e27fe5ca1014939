package guildhall.notification.notice;

import guildhall.messages.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Amounts and times as people read them. */
final class Words {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    /** {@code 500.00 USD}, {@code 500 JPY}. */
    static String amount(Money money) {
        var digits = Math.max(0, money.currency().getDefaultFractionDigits());
        return BigDecimal.valueOf(money.minorUnits(), digits).toPlainString()
                + " "
                + money.currency().getCurrencyCode();
    }

    static String day(Instant at) {
        return DAY.format(at);
    }

    private Words() {}
}
