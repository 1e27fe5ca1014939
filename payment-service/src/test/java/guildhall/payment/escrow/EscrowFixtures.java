package guildhall.payment.escrow;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.DisputeId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.RefundId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.payment.clearing.SafetyWindow;
import guildhall.payment.fee.ContractKind;
import guildhall.payment.fee.FeeBasis;
import guildhall.payment.fee.FeeRule;
import guildhall.payment.fee.FeeSchedule;
import guildhall.payment.fee.FeeSchedules;
import guildhall.payment.fee.FeeTier;
import guildhall.payment.fee.Pricing;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A client, a talent and a milestone of 1000 dollars. */
final class EscrowFixtures {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final Instant LATER = NOON.plusSeconds(3_600);
    static final Currency USD = Currency.getInstance("USD");
    static final EscrowId ESCROW = new EscrowId(new UUID(0, 0xe1));
    static final ReleaseId RELEASE = new ReleaseId(new UUID(0, 0xa1));
    static final RefundId REFUND = new RefundId(new UUID(0, 0xb1));
    static final DisputeId DISPUTE = new DisputeId(new UUID(0, 0xf1));
    static final Party ACME = new Party(PartyType.BUSINESS, new UUID(0, 1));
    static final Party TALENT = new Party(PartyType.TALENT, new UUID(0, 2));
    static final FundingTerms TERMS = terms(1_000_00);

    static final FeeSchedule SCHEDULE = new FeeSchedule("talent-1", Instant.EPOCH, rules());

    static final Pricing PRICING = new Pricing("talent-1", usd(0));

    /** With a buyer fee of 5 per cent. */
    static final FeeBasis GIG = new FeeBasis(ContractKind.GIG_ORDER, null, 0, "");

    static final EscrowDesk.Policy POLICY =
            new EscrowDesk.Policy(
                    new FeeSchedules(List.of(SCHEDULE)), new SafetyWindow(Duration.ofDays(7)));

    /** 20 per cent of the first 500 dollars, then 10; orders of gigs cost the buyer 5 on top. */
    private static Map<ContractKind, FeeRule> rules() {
        var tiers = List.of(new FeeTier(0, 2_000), new FeeTier(500, 1_000));
        var rules = new EnumMap<ContractKind, FeeRule>(ContractKind.class);
        for (var kind : ContractKind.values()) {
            rules.put(kind, FeeRule.ofTiers(tiers));
        }
        rules.put(ContractKind.GIG_ORDER, new FeeRule(500, tiers, List.of(), Map.of(), Map.of()));
        return rules;
    }

    static FundingTerms terms(long amount) {
        return terms(amount, FeeBasis.STANDARD, TeamSplit.NOBODY);
    }

    static FundingTerms terms(long amount, FeeBasis basis, TeamSplit team) {
        return new FundingTerms(
                new ContractId(new UUID(0, 0xc1)),
                new MilestoneId(new UUID(0, 0xd1)),
                "Logo",
                new Side(ACME, new UserId(new UUID(0, 11))),
                new Side(TALENT, new UserId(new UUID(0, 12))),
                usd(amount),
                basis,
                team);
    }

    static Money usd(long amount) {
        return new Money(amount, USD);
    }

    static EscrowOrder.Fund fund(int attempt) {
        return new EscrowOrder.Fund(ESCROW, attempt, TERMS, NOON);
    }

    static EscrowOrder.Release release(ReleaseId id, long gross) {
        return new EscrowOrder.Release(ESCROW, id, usd(gross), LATER);
    }

    static EscrowOrder.Refund refund(RefundId id, long amount) {
        return new EscrowOrder.Refund(ESCROW, id, usd(amount), LATER);
    }

    static EscrowOrder.Cancel cancel(RefundId id) {
        return new EscrowOrder.Cancel(ESCROW, id, LATER);
    }

    static EscrowOrder.Freeze freeze(DisputeId dispute) {
        return new EscrowOrder.Freeze(ESCROW, dispute, LATER);
    }

    static EscrowOrder.Unfreeze unfreeze(DisputeId dispute) {
        return new EscrowOrder.Unfreeze(ESCROW, dispute, LATER);
    }

    static EscrowOrder.ReturnToWork returnToWork(DisputeId dispute) {
        return new EscrowOrder.ReturnToWork(ESCROW, dispute, LATER);
    }

    static EscrowOrder.Split split(ReleaseId release, long toPayer, long toPayee) {
        return new EscrowOrder.Split(ESCROW, DISPUTE, release, usd(toPayer), usd(toPayee), LATER);
    }

    private EscrowFixtures() {}
}
