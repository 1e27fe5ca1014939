package guildhall.payment.payout.adapter;

import guildhall.messages.money.Money;
import guildhall.messages.party.VerificationTier;
import guildhall.payment.payout.PayoutOrder;
import guildhall.payment.payout.Payouts;
import guildhall.payment.verification.KnownTiers;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import org.springframework.stereotype.Component;

/** What a party may still withdraw, over any 24 hours and per currency, by its tier. */
@Component
class DailyLimits {
    private static final Duration DAY = Duration.ofHours(24);

    private final Payouts payouts;
    private final KnownTiers tiers;
    private final PayoutProperties properties;

    DailyLimits(Payouts payouts, KnownTiers tiers, PayoutProperties properties) {
        this.payouts = payouts;
        this.tiers = tiers;
        this.properties = properties;
    }

    Money left(PayoutOrder order) {
        var currency = order.amount().currency();
        return properties
                .dailyLimit(tier(order))
                .map(majorUnits -> left(order, limit(majorUnits, currency)))
                .orElseGet(() -> new Money(Long.MAX_VALUE, currency));
    }

    private VerificationTier tier(PayoutOrder order) {
        var floor = properties.defaultTier();
        return tiers.find(order.owner().party())
                .map(known -> known.at(order.requestedAt(), floor))
                .orElse(floor);
    }

    private Money left(PayoutOrder order, Money limit) {
        var since = order.requestedAt().minus(DAY);
        var used = payouts.withdrawnSince(order.owner().party(), limit.currency(), since);
        return limit.isLessThan(used) ? Money.zero(limit.currency()) : limit.minus(used);
    }

    private static Money limit(long majorUnits, Currency currency) {
        var minorUnits =
                BigDecimal.valueOf(majorUnits).movePointRight(currency.getDefaultFractionDigits());
        return new Money(minorUnits.longValueExact(), currency);
    }
}
