package guildhall.payment.fee;

import guildhall.messages.money.Money;
import java.time.Instant;
import java.util.Map;

/** One version of all prices: a rule for every kind of contract. */
public record FeeSchedule(String version, Instant effectiveFrom, Map<ContractKind, FeeRule> rules) {
    public FeeSchedule {
        rules = Map.copyOf(rules);
        for (var kind : ContractKind.values()) {
            if (!rules.containsKey(kind)) {
                throw new IllegalArgumentException(version + " has no price for " + kind);
            }
        }
    }

    /**
     * @param billed what the pair has billed before this release, in the same currency
     */
    public FeeQuote quote(FeeBasis basis, Money billed, Money gross) {
        return rule(basis).quote(version, basis, billed, gross);
    }

    public Pricing pricing(FeeBasis basis, Money amount) {
        return new Pricing(version, rule(basis).buyerFee(amount));
    }

    private FeeRule rule(FeeBasis basis) {
        var rule = rules.get(basis.kind());
        if (rule == null) {
            throw new IllegalStateException(version + " has no price for " + basis.kind());
        }
        return rule;
    }
}
