package guildhall.payment.tip;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.RefundId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.id.TipId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.payment.clearing.SafetyHold;
import guildhall.payment.clearing.SafetyWindow;
import guildhall.payment.escrow.FundingTerms;
import guildhall.payment.escrow.Holding;
import guildhall.payment.escrow.Movement;
import guildhall.payment.escrow.TeamSplit;
import guildhall.payment.escrow.TeamSplit.Share;
import guildhall.payment.fee.ContractKind;
import guildhall.payment.fee.FeeBasis;
import guildhall.payment.fee.FeeRule;
import guildhall.payment.fee.FeeSchedule;
import guildhall.payment.fee.FeeSchedules;
import guildhall.payment.fee.FeeTier;
import guildhall.payment.fee.Pricing;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Account.Pending;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import guildhall.payment.tip.TipRejection.AnotherCurrency;
import guildhall.payment.tip.TipRejection.InsufficientFunds;
import guildhall.payment.tip.TipRejection.NothingPaidYet;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TippingTest {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final Currency USD = Currency.getInstance("USD");
    static final EscrowId ESCROW = new EscrowId(new UUID(0, 1));
    static final Side ACME = side(PartyType.BUSINESS, 2);
    static final Side TALENT = side(PartyType.TALENT, 3);
    static final Side ANN = side(PartyType.TALENT, 4);
    static final TipId TIP = new TipId(new UUID(0, 5));
    static final TipOrder ORDER =
            new TipOrder(TIP, ESCROW, ACME.user(), usd(25_01), "Thanks", NOON);
    static final Holding PAID = holding(TeamSplit.NOBODY, release());
    static final Holding TEAM =
            holding(
                    new TeamSplit(List.of(new Share(ANN, 5_000), new Share(TALENT, 5_000))),
                    release());

    final Tipping tipping = tipping(0);

    @Test
    void givesAllOfItToThePayee() {
        var tip = tip(0);

        assertThat(tipping.decide(ORDER, PAID, usd(25_01))).isEqualTo(accept(tip));
        assertThat(tipping.journal(tip, PAID.terms()))
                .isEqualTo(
                        new Journal(
                                new JournalSource("tip", TIP.value(), "paid"),
                                Reason.TIP,
                                "Logo",
                                NOON,
                                List.of(
                                        debit(new Available(ACME.party(), USD), usd(25_01)),
                                        credit(new Pending(TALENT.party(), USD), usd(25_01)))));
        assertThat(tipping.holds(tip, PAID.terms()))
                .containsExactly(
                        new SafetyHold(
                                ESCROW,
                                new ReleaseId(TIP.value()),
                                TALENT,
                                usd(25_01),
                                "Logo",
                                NOON.plus(Duration.ofDays(7))));
        assertThat(tipping.accounts(PAID))
                .isEqualTo(
                        Set.of(
                                new Available(ACME.party(), USD),
                                new Pending(TALENT.party(), USD),
                                new FeeRevenue(USD)));
    }

    @Test
    void takesTheFeeThatIsConfiguredAndSharesTheRest() {
        var dear = tipping(1_000);

        var decision = dear.decide(ORDER, TEAM, usd(100_00));

        assertThat(decision).isEqualTo(accept(tip(2_50)));
        assertThat(dear.journal(tip(2_50), TEAM.terms()).entries())
                .containsExactly(
                        debit(new Available(ACME.party(), USD), usd(25_01)),
                        credit(new Pending(ANN.party(), USD), usd(11_25)),
                        credit(new Pending(TALENT.party(), USD), usd(11_26)),
                        credit(new FeeRevenue(USD), usd(2_50)));
        assertThat(dear.holds(tip(2_50), TEAM.terms())).hasSize(2);
    }

    @Test
    void refusesWhatIsNotForPaidWorkOrCannotBePaid() {
        var refunded =
                holding(
                        TeamSplit.NOBODY,
                        new Movement.Refund(
                                new RefundId(new UUID(0, 8)), usd(1), usd(0), usd(99_99), NOON));
        var yen = new TipOrder(TIP, ESCROW, ACME.user(), Money.of(5, "JPY"), "", NOON);

        assertThat(tipping.decide(ORDER, holding(TeamSplit.NOBODY), usd(25_01)))
                .isEqualTo(reject(new NothingPaidYet()));
        assertThat(tipping.decide(ORDER, refunded, usd(25_01)))
                .isEqualTo(reject(new NothingPaidYet()));
        assertThat(tipping.decide(ORDER, PAID, usd(25_00)))
                .isEqualTo(reject(new InsufficientFunds(usd(25_00))));
        assertThat(tipping.decide(yen, PAID, usd(25_00)))
                .isEqualTo(reject(new AnotherCurrency(USD)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TipOrder(TIP, ESCROW, ACME.user(), usd(0), "", NOON));
    }

    static Tip tip(long fee) {
        return new Tip(
                TIP,
                ESCROW,
                ACME.party(),
                TALENT.party(),
                ACME.user(),
                usd(25_01),
                usd(fee),
                "prices-1",
                "Thanks",
                NOON);
    }

    static Tipping tipping(int basisPoints) {
        var rules = new EnumMap<ContractKind, FeeRule>(ContractKind.class);
        for (var kind : ContractKind.values()) {
            rules.put(kind, FeeRule.ofTiers(List.of(new FeeTier(0, basisPoints))));
        }
        var schedule = new FeeSchedule("prices-1", Instant.EPOCH, rules);
        return new Tipping(
                new FeeSchedules(List.of(schedule)), new SafetyWindow(Duration.ofDays(7)));
    }

    static Holding holding(TeamSplit team, Movement... movements) {
        var terms =
                new FundingTerms(
                        new ContractId(new UUID(0, 6)),
                        new MilestoneId(new UUID(0, 7)),
                        "Logo",
                        ACME,
                        TALENT,
                        usd(100_00),
                        FeeBasis.STANDARD,
                        team);
        var pricing = new Pricing("prices-1", usd(0));
        return new Holding(ESCROW, 1, terms, pricing, NOON, List.of(movements));
    }

    static Movement release() {
        return new Movement.Release(
                new ReleaseId(new UUID(0, 9)),
                usd(100_00),
                usd(20_00),
                usd(0),
                "prices-1",
                usd(0),
                NOON);
    }

    static Side side(PartyType type, int number) {
        return new Side(new Party(type, new UUID(1, number)), new UserId(new UUID(2, number)));
    }

    static Money usd(long amount) {
        return new Money(amount, USD);
    }
}
