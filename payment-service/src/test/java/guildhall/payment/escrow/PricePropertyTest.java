package guildhall.payment.escrow;

import static guildhall.payment.escrow.EscrowFixtures.ESCROW;
import static guildhall.payment.escrow.EscrowFixtures.LATER;
import static guildhall.payment.escrow.EscrowFixtures.NOON;
import static guildhall.payment.escrow.EscrowFixtures.RELEASE;
import static guildhall.payment.escrow.EscrowFixtures.USD;
import static guildhall.payment.escrow.EscrowFixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.RefundId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.payment.clearing.HoldBook;
import guildhall.payment.clearing.SafetyWindow;
import guildhall.payment.fee.ContractKind;
import guildhall.payment.fee.FeeBasis;
import guildhall.payment.fee.FeeRule;
import guildhall.payment.fee.FeeSchedule;
import guildhall.payment.fee.FeeSchedules;
import guildhall.payment.fee.FeeTier;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.BuyerFeeDeferred;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.AccountBalance;
import guildhall.payment.ledger.Postings;
import guildhall.testkit.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Random schedules, contracts, billings and amounts: what is previewed is what is posted. */
class PricePropertyTest {
    static final int RUNS = 500;

    @Test
    void postsToTheCentWhatThePreviewSaid() {
        Seeds.forAll(
                RUNS,
                any -> {
                    var run = new Run(any);
                    var quote = run.old.quote(run.terms.basis(), run.billed, run.terms.amount());
                    var pricing = run.old.pricing(run.terms.basis(), run.terms.amount());

                    run.handle(new EscrowOrder.Fund(ESCROW, 1, run.terms, NOON));
                    run.handle(new EscrowOrder.Release(ESCROW, RELEASE, run.terms.amount(), LATER));

                    var total = run.terms.amount().plus(pricing.buyerFee()).minorUnits();
                    assertThat(run.balance(new Available(run.terms.payer().party(), USD)))
                            .isEqualTo(Run.WEALTH - total);
                    assertThat(run.balance(new FeeRevenue(USD)))
                            .isEqualTo(quote.fee().plus(pricing.buyerFee()).minorUnits());
                    assertThat(run.balance(new BuyerFeeDeferred(ESCROW, USD))).isZero();
                    for (var part : run.terms.shared(quote.net())) {
                        assertThat(run.balance(new Account.Pending(part.member().party(), USD)))
                                .isEqualTo(part.amount().minorUnits());
                    }
                });
    }

    @Test
    void earnsAndReturnsTheBuyerFeeProRataAndToTheLastCent() {
        Seeds.forAll(
                RUNS,
                any -> {
                    var run = new Run(any);
                    run.handle(new EscrowOrder.Fund(ESCROW, 1, run.terms, NOON));
                    var left = run.terms.amount().minorUnits();
                    for (int step = 0; left > 0; step++) {
                        var amount = step == 5 ? left : any.longBetween(1, left);
                        left -= amount;
                        run.handle(
                                any.bool()
                                        ? new EscrowOrder.Release(
                                                ESCROW,
                                                new ReleaseId(new UUID(1, step)),
                                                usd(amount),
                                                LATER)
                                        : new EscrowOrder.Refund(
                                                ESCROW,
                                                new RefundId(new UUID(2, step)),
                                                usd(amount),
                                                LATER));
                    }

                    assertThat(run.balance(new BuyerFeeDeferred(ESCROW, USD))).isZero();
                    assertThat(run.total()).isEqualTo(Run.WEALTH);
                });
    }

    static final class Run {
        static final long WEALTH = 1_000_000_000_00L;

        final FeeSchedule old;
        final FundingTerms terms;
        final Money billed;
        final EscrowDesk desk;

        Run(Seeds any) {
            old = schedule(any, "old", Instant.EPOCH);
            // In force from the moment of the funding on, but it came too late for it.
            var next = schedule(any, "next", LATER);
            billed = any.money(0, 20_000_00, "USD");
            var basis =
                    new FeeBasis(
                            any.constant(ContractKind.class),
                            any.bool() ? "old" : null,
                            any.intBetween(0, 6),
                            any.oneOf("", "PRO"));
            terms =
                    EscrowFixtures.terms(
                            any.longBetween(1, any.bool() ? 100 : 30_000_00),
                            basis,
                            any.bool() ? TeamSplit.NOBODY : TeamSplitTest.any(any));
            var fees = new FeeSchedules(List.of(old, next));
            var policy = new EscrowDesk.Policy(fees, new SafetyWindow(Duration.ofDays(7)));
            desk =
                    new EscrowDesk(
                            policy,
                            new EscrowDesk.Locked(
                                    Map.of(),
                                    Map.of(terms.pair(), billed),
                                    new HoldBook(HoldBook.Locked.NOTHING),
                                    Map.of()),
                            new Postings(balances(fees)));
        }

        private Map<Account, AccountBalance> balances(FeeSchedules fees) {
            var orders =
                    List.<EscrowOrder>of(
                            new EscrowOrder.Fund(ESCROW, 1, terms, NOON),
                            new EscrowOrder.Release(ESCROW, RELEASE, terms.amount(), LATER));
            var balances = new HashMap<Account, AccountBalance>();
            EscrowScope.of(fees, orders, Map.of())
                    .accounts()
                    .forEach(account -> balances.put(account, AccountBalance.UNUSED));
            balances.put(new Available(terms.payer().party(), USD), new AccountBalance(WEALTH, 1));
            return balances;
        }

        void handle(EscrowOrder order) {
            desk.handle(order);
        }

        long balance(Account account) {
            return desk.postings()
                    .changed()
                    .getOrDefault(account, AccountBalance.UNUSED)
                    .minorUnits();
        }

        long total() {
            return desk.postings().changed().values().stream()
                    .mapToLong(AccountBalance::minorUnits)
                    .sum();
        }

        static FeeSchedule schedule(Seeds any, String version, Instant from) {
            var rules = new EnumMap<ContractKind, FeeRule>(ContractKind.class);
            for (var kind : ContractKind.values()) {
                rules.put(
                        kind,
                        new FeeRule(
                                any.intBetween(0, 1_000),
                                List.of(
                                        new FeeTier(0, any.intBetween(0, 3_000)),
                                        new FeeTier(500, any.intBetween(0, 3_000)),
                                        new FeeTier(10_000, any.intBetween(0, 3_000))),
                                any.listOf(5, () -> any.intBetween(0, 3_000)),
                                Map.of("PRO", any.intBetween(0, 3_000)),
                                any.bool() ? Map.of() : Map.of(USD, any.longBetween(0, 500))));
            }
            return new FeeSchedule(version, from, rules);
        }
    }
}
