package guildhall.contract.agreement;

import guildhall.contract.agreement.Contract.*;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One contract in every state, for tests of everything that depends on one. */
public final class SampleContracts {
    public static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    public static final Instant FUND_BEFORE = NOON.plus(Duration.ofDays(2));
    public static final ContractId CONTRACT = new ContractId(new UUID(1, 1));
    public static final Side CLIENT = side(PartyType.BUSINESS, 11);
    public static final Side TALENT = side(PartyType.TALENT, 22);
    public static final Money PRICE = usd(90_000);
    public static final Terms TERMS =
            new Terms(
                    1,
                    List.of(
                            new PlannedWork("Sketches", usd(30_000), 7),
                            new PlannedWork("Logo", usd(60_000), 14)),
                    NOON);
    public static final Agreement AGREEMENT = agreement(PRICE, TERMS);

    public static final Draft DRAFT = new Draft(AGREEMENT);
    public static final PendingFunding PENDING = new PendingFunding(AGREEMENT, FUND_BEFORE);
    public static final Cancelling CANCELLING =
            new Cancelling(AGREEMENT, FUND_BEFORE, CancellationReason.TALENT, NOON);
    public static final Active ACTIVE = new Active(AGREEMENT, NOON);
    public static final Completed COMPLETED = new Completed(AGREEMENT, NOON, PRICE, NOON);
    public static final Cancelled CANCELLED =
            new Cancelled(AGREEMENT, CancellationReason.TALENT, NOON);
    public static final Terminated TERMINATED = new Terminated(AGREEMENT, NOON, NOON);

    public static final List<Contract.Agreed> ALL =
            List.of(DRAFT, PENDING, CANCELLING, ACTIVE, COMPLETED, CANCELLED, TERMINATED);

    public static Agreement agreement(Money amount, Terms terms) {
        return agreement(CLIENT, TALENT, amount, terms);
    }

    public static Agreement agreement(Side client, Side talent, Money amount, Terms terms) {
        return new Agreement(
                CONTRACT,
                "C-2027-000001",
                ContractKind.FIXED,
                new JobId(new UUID(1, 2)),
                new ProposalId(new UUID(1, 3)),
                "A brand",
                client,
                talent,
                amount,
                terms);
    }

    public static Money usd(long cents) {
        return Money.of(cents, "USD");
    }

    private static Side side(PartyType type, long number) {
        return new Side(new Party(type, new UUID(2, number)), new UserId(new UUID(3, number)));
    }

    private SampleContracts() {}
}
