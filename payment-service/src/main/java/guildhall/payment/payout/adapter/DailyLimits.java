package guildhall.payment.payout.adapter;

import guildhall.messages.money.Money;
import guildhall.payment.payout.PayoutOrder;
import guildhall.payment.payout.Payouts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import org.springframework.stereotype.Component;

/** What a party may still withdraw, over any 24 hours and per currency. */
@Component
class DailyLimits {
    private static final Duration DAY = Duration.ofHours(24);

    private final Payouts payouts;
    private final PayoutProperties properties;

    DailyLimits(Payouts payouts, PayoutProperties properties) {
        this.payouts = payouts;
        this.properties = properties;
    }

    Money left(PayoutOrder order) {
        var currency = order.amount().currency();
        var since = order.requestedAt().minus(DAY);
        var limit = limit(currency);
        var used = payouts.withdrawnSince(order.owner().party(), currency, since);
        return limit.isLessThan(used) ? Money.zero(currency) : limit.minus(used);
    }

    private Money limit(Currency currency) {
        var minorUnits =
                BigDecimal.valueOf(properties.dailyLimit())
                        .movePointRight(currency.getDefaultFractionDigits());
        return new Money(minorUnits.longValueExact(), currency);
    }
}
