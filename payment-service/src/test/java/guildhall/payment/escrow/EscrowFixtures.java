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
import guildhall.payment.fee.FeeSchedule;
import guildhall.payment.fee.FeeSchedules;
import guildhall.payment.fee.FeeTier;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
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

    static final FeeSchedule SCHEDULE =
            new FeeSchedule(
                    "talent-1",
                    Instant.EPOCH,
                    List.of(new FeeTier(0, 2_000), new FeeTier(500, 1_000)));

    static final EscrowDesk.Policy POLICY =
            new EscrowDesk.Policy(
                    new FeeSchedules(List.of(SCHEDULE)), new SafetyWindow(Duration.ofDays(7)));

    static FundingTerms terms(long amount) {
        return new FundingTerms(
                new ContractId(new UUID(0, 0xc1)),
                new MilestoneId(new UUID(0, 0xd1)),
                "Logo",
                new Side(ACME, new UserId(new UUID(0, 11))),
                new Side(TALENT, new UserId(new UUID(0, 12))),
                usd(amount));
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
