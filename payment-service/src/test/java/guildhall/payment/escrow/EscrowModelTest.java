package guildhall.payment.escrow;

import static guildhall.payment.escrow.EscrowFixtures.NOON;
import static guildhall.payment.escrow.EscrowFixtures.POLICY;
import static guildhall.payment.escrow.EscrowFixtures.USD;
import static guildhall.payment.escrow.EscrowFixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;

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
import guildhall.payment.clearing.HoldBook;
import guildhall.payment.fee.FeeBasis;
import guildhall.payment.fee.Pair;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.BuyerFeeDeferred;
import guildhall.payment.ledger.Account.DisputeHold;
import guildhall.payment.ledger.Account.InEscrow;
import guildhall.payment.ledger.AccountBalance;
import guildhall.payment.ledger.Postings;
import guildhall.testkit.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Random orders, with duplicates and in batches of random size, against a model that knows nothing
 * of accounts: it only counts what each escrow should hold and what each party should own.
 */
class EscrowModelTest {
    static final int RUNS = 300;
    static final int BATCHES_PER_RUN = 25;
    static final long START = 3_000_00;

    @Test
    void agreesWithASimpleModelAndConservesMoney() {
        Seeds.forAll(RUNS, any -> new Run(any).check());
    }

    /** The books as they would be stored, and the model beside them. */
    static final class Run {
        final Seeds any;
        final Map<EscrowId, Escrow> escrows = new HashMap<>();
        final Map<Account, AccountBalance> balances = new HashMap<>();
        final Map<Pair, Money> billed = new HashMap<>();
        final StoredHolds holds = new StoredHolds();
        final Map<EscrowOrder, EscrowAnswer> remembered = new HashMap<>();
        final List<EscrowOrder> sent = new ArrayList<>();
        final EscrowModel model = new EscrowModel();

        Run(Seeds any) {
            this.any = any;
            for (int payer = 0; payer < 2; payer++) {
                balances.put(new Available(business(payer), USD), new AccountBalance(START, 1));
                model.topUp(business(payer), START);
            }
        }

        void check() {
            for (int i = 0; i < BATCHES_PER_RUN; i++) {
                var batch = new ArrayList<EscrowOrder>();
                var size = any.intBetween(1, 6);
                for (int j = 0; j < size; j++) {
                    batch.add(nextOrder());
                }
                handle(batch);
                if (any.chance(20)) {
                    clearOne();
                }
                compare();
            }
        }

        void handle(List<EscrowOrder> batch) {
            var scope = EscrowScope.of(POLICY.fees(), batch, escrows);
            var locked = new HashMap<Account, AccountBalance>();
            scope.accounts()
                    .forEach(account ->
                            locked.put(
                                    account,
                                    balances.getOrDefault(account, AccountBalance.UNUSED)));
            var pairs = new HashMap<Pair, Money>();
            scope.pairs().forEach(pair -> pairs.put(pair, billed.getOrDefault(pair, usd(0))));
            var book = new HoldBook(holds.of(scope.holds()));
            var desk =
                    new EscrowDesk(
                            POLICY,
                            new EscrowDesk.Locked(escrows, pairs, book, Map.of()),
                            new Postings(locked));
            for (var order : batch) {
                var answer = desk.handle(order);
                model.apply(answer);
                remember(order, answer);
            }
            escrows.putAll(desk.changed());
            balances.putAll(desk.postings().changed());
            billed.putAll(desk.billed());
            holds.store(book);
        }

        /** As the sweep does when a safety window is over. */
        void clearOne() {
            holds.takeOpen(any)
                    .ifPresent(hold -> {
                        var locked = new HashMap<Account, AccountBalance>();
                        hold.accounts()
                                .forEach(account ->
                                        locked.put(
                                                account,
                                                balances.getOrDefault(
                                                        account, AccountBalance.UNUSED)));
                        var postings = new Postings(locked);
                        postings.postChecked(hold.cleared(NOON));
                        balances.putAll(postings.changed());
                        model.cleared(hold);
                    });
        }

        /** Whoever got money or a refused attempt once gets the same answer for ever. */
        void remember(EscrowOrder order, EscrowAnswer answer) {
            var before = remembered.get(order);
            if (before != null && !cancelledSince(answer)) {
                assertThat(answer).isEqualTo(before);
            }
            switch (answer) {
                case EscrowAnswer.ReleaseRejected _,
                        EscrowAnswer.RefundRejected _,
                        EscrowAnswer.CancelRejected _,
                        EscrowAnswer.FreezeRejected _,
                        EscrowAnswer.OutcomeRejected _ -> {}
                case EscrowAnswer.Funded _,
                        EscrowAnswer.FundingFailed _,
                        EscrowAnswer.Released _,
                        EscrowAnswer.Refunded _,
                        EscrowAnswer.Cancelled _,
                        EscrowAnswer.WoundUp _,
                        EscrowAnswer.Frozen _,
                        EscrowAnswer.Unfrozen _,
                        EscrowAnswer.Split _ ->
                        remembered.put(order, answer);
            }
        }

        static boolean cancelledSince(EscrowAnswer answer) {
            return answer instanceof EscrowAnswer.FundingFailed failed
                    && failed.reason() == FundingRefusal.ESCROW_CANCELLED;
        }

        void compare() {
            var total = balances.values().stream().mapToLong(AccountBalance::minorUnits).sum();
            assertThat(total).isEqualTo(2 * START);
            assertThat(balances.values()).allMatch(balance -> balance.minorUnits() >= 0);
            model.owned()
                    .forEach((account, amount) ->
                            assertThat(balance(account)).as(account::toString).isEqualTo(amount));
            escrows.forEach((id, escrow) -> {
                if (escrow instanceof Escrow.WithMoney funded) {
                    var holding = funded.holding();
                    assertThat(holding.held().minorUnits())
                            .isEqualTo(balance(new InEscrow(id, USD)))
                            .isEqualTo(model.held(id));
                    assertThat(holding.frozen().minorUnits())
                            .isEqualTo(balance(new DisputeHold(id, USD)))
                            .isEqualTo(model.frozen(id));
                    assertThat(holding.deferred().minorUnits())
                            .isEqualTo(balance(new BuyerFeeDeferred(id, USD)));
                    if (holding.held().isZero() && holding.frozen().isZero()) {
                        assertThat(holding.deferred()).isEqualTo(usd(0));
                    }
                    assertThat(
                                    holding.held()
                                            .plus(holding.frozen())
                                            .plus(holding.released())
                                            .plus(holding.refunded()))
                            .isEqualTo(holding.funded());
                }
            });
            holds.openByPayee()
                    .forEach((payee, sum) ->
                            assertThat(balance(new Account.Pending(payee, USD))).isEqualTo(sum));
        }

        long balance(Account account) {
            return balances.getOrDefault(account, AccountBalance.UNUSED).minorUnits();
        }

        EscrowOrder nextOrder() {
            if (!sent.isEmpty() && any.chance(33)) {
                return any.oneOf(sent);
            }
            var order = freshOrder();
            sent.add(order);
            return order;
        }

        EscrowOrder freshOrder() {
            var number = any.intBetween(0, 4);
            var escrow = new EscrowId(new UUID(7, number));
            var id = new UUID(8, any.intBetween(0, 11));
            if (any.chance(35)) {
                return disputeOrder(escrow, number);
            }
            return switch (any.intBetween(0, 9)) {
                case 0, 1, 2, 3 ->
                        new EscrowOrder.Fund(escrow, any.intBetween(1, 3), terms(number), NOON);
                case 4, 5, 6 -> new EscrowOrder.Release(escrow, new ReleaseId(id), amount(), NOON);
                case 7, 8 -> new EscrowOrder.Refund(escrow, new RefundId(id), amount(), NOON);
                default -> new EscrowOrder.Cancel(escrow, new RefundId(id), NOON);
            };
        }

        EscrowOrder disputeOrder(EscrowId escrow, int number) {
            var dispute = new DisputeId(new UUID(9, any.intBetween(0, 3)));
            return switch (any.intBetween(0, 6)) {
                case 0, 1, 2 -> new EscrowOrder.Freeze(escrow, dispute, NOON);
                case 3 -> new EscrowOrder.Unfreeze(escrow, dispute, NOON);
                case 4 -> new EscrowOrder.ReturnToWork(escrow, dispute, NOON);
                default -> split(escrow, dispute, number);
            };
        }

        /** Mostly of what is frozen at the moment. */
        EscrowOrder split(EscrowId escrow, DisputeId dispute, int number) {
            var frozen = model.frozen(escrow);
            var all = frozen > 0 && any.chance(90) ? frozen : terms(number).amount().minorUnits();
            var toPayer = any.oneOf(List.of(0L, all, any.longBetween(0, all)));
            var release = new ReleaseId(new UUID(8, any.intBetween(0, 11)));
            return new EscrowOrder.Split(
                    escrow, dispute, release, usd(toPayer), usd(all - toPayer), NOON);
        }

        Money amount() {
            return any.money(1, any.bool() ? 100 : 1_500_00, "USD");
        }

        static FundingTerms terms(int number) {
            return new FundingTerms(
                    new ContractId(new UUID(1, number)),
                    new MilestoneId(new UUID(2, number)),
                    "Milestone " + number,
                    new Side(business(number % 2), new UserId(new UUID(3, 1))),
                    talent(number % 3),
                    usd(700_01 + 100_00 * number),
                    number % 2 == 0 ? FeeBasis.STANDARD : EscrowFixtures.GIG,
                    number < 3 ? TeamSplit.NOBODY : team(number));
        }

        /** Two of the talents, one of them the payee or not. */
        static TeamSplit team(int number) {
            return new TeamSplit(
                    List.of(
                            new TeamSplit.Share(talent(0), 3_333),
                            new TeamSplit.Share(talent(number), 6_667)));
        }

        static Side talent(int number) {
            return new Side(
                    new Party(PartyType.TALENT, new UUID(4, number)), new UserId(new UUID(3, 2)));
        }

        static Party business(int number) {
            return new Party(PartyType.BUSINESS, new UUID(5, number));
        }
    }
}
