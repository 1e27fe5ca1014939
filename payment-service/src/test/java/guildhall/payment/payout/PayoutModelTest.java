package guildhall.payment.payout;

import static guildhall.payment.payout.PayoutDeciderTest.ACCOUNT;
import static guildhall.payment.payout.PayoutDeciderTest.COLLEAGUE;
import static guildhall.payment.payout.PayoutDeciderTest.FINANCE;
import static guildhall.payment.payout.PayoutDeciderTest.NOON;
import static guildhall.payment.payout.PayoutDeciderTest.OWNER;
import static guildhall.payment.payout.PayoutDeciderTest.POLICY;
import static guildhall.payment.payout.PayoutDeciderTest.SECOND_PERSON;
import static guildhall.payment.payout.PayoutDeciderTest.USD;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.PayoutId;
import guildhall.messages.money.Money;
import guildhall.payment.approval.Ruling;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.CashClearing;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Account.PayoutTransit;
import guildhall.payment.ledger.AccountBalance;
import guildhall.payment.ledger.Postings;
import guildhall.payment.payout.Payout.Absent;
import guildhall.payment.payout.Payout.Cancelled;
import guildhall.payment.payout.Payout.Completed;
import guildhall.payment.payout.Payout.Failed;
import guildhall.payment.payout.Payout.Pending;
import guildhall.payment.payout.Payout.Processing;
import guildhall.payment.payout.Payout.Returned;
import guildhall.payment.payout.PayoutCommand.ApprovePayout;
import guildhall.payment.payout.PayoutCommand.CancelPayout;
import guildhall.payment.payout.PayoutCommand.ConfirmPaid;
import guildhall.payment.payout.PayoutCommand.ConfirmRefused;
import guildhall.payment.payout.PayoutCommand.ConfirmReturned;
import guildhall.payment.payout.PayoutCommand.DeclinePayout;
import guildhall.payment.payout.PayoutCommand.Means;
import guildhall.payment.payout.PayoutCommand.RequestPayout;
import guildhall.payment.payout.PayoutCommand.SubmitPayout;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.testkit.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Random commands to a few payouts of one wallet, duplicates and late results included, against a
 * model that only knows in which place the money of each payout should be.
 */
class PayoutModelTest {
    static final int RUNS = 300;
    static final int STEPS = 60;
    static final long START = 20_000_00;
    static final Account WALLET = new Available(OWNER.party(), USD);
    static final Account TRANSIT = new PayoutTransit(USD);
    static final Account FEES = new FeeRevenue(USD);
    static final Account CASH = new CashClearing(USD);

    @Test
    void keepsTheMoneyOfEveryPayoutInExactlyOnePlace() {
        Seeds.forAll(RUNS, any -> new Run(any).check());
    }

    static final class Run {
        final PayoutDecider decider = new PayoutDecider(POLICY, SECOND_PERSON);
        final Seeds any;
        final Map<PayoutId, Payout> payouts = new HashMap<>();
        Map<Account, AccountBalance> balances = new HashMap<>();
        Instant now = NOON;

        Run(Seeds any) {
            this.any = any;
            List.of(TRANSIT, FEES).forEach(a -> balances.put(a, AccountBalance.UNUSED));
            balances.put(WALLET, new AccountBalance(START, 1));
            balances.put(CASH, new AccountBalance(-START, 1));
        }

        void check() {
            for (int i = 0; i < STEPS; i++) {
                now = now.plus(Duration.ofMinutes(any.intBetween(1, 90)));
                handle(anyCommand());
                compare();
            }
        }

        private void handle(PayoutCommand command) {
            var state = payouts.getOrDefault(command.payout(), new Absent());
            if (decider.decide(command, state) instanceof Accepted(var events)) {
                var postings = new Postings(balances);
                for (var event : events) {
                    state = decider.evolve(state, event);
                    PayoutJournals.of(event).ifPresent(postings::postChecked);
                }
                var next = new HashMap<>(balances);
                next.putAll(postings.changed());
                balances = next;
                payouts.put(command.payout(), state);
            }
        }

        private void compare() {
            long wallet = START;
            long transit = 0;
            long fees = 0;
            long paid = 0;
            for (var payout : payouts.values()) {
                switch (payout) {
                    case Pending p -> transit += p.order().net().minorUnits();
                    case Processing p -> transit += p.order().net().minorUnits();
                    case Completed c -> paid += c.order().net().minorUnits();
                    case Returned _, Failed _, Cancelled _, Absent _ -> {}
                }
                if (payout instanceof Pending
                        || payout instanceof Processing
                        || payout instanceof Completed) {
                    var order = ((Payout.Requested) payout).order();
                    wallet -= order.amount().minorUnits();
                    fees += order.fee().minorUnits();
                }
            }
            assertThat(balance(WALLET)).isEqualTo(wallet).isNotNegative();
            assertThat(balance(TRANSIT)).isEqualTo(transit);
            assertThat(balance(FEES)).isEqualTo(fees);
            assertThat(balance(CASH)).isEqualTo(paid - START);
        }

        private long balance(Account account) {
            return balances.getOrDefault(account, AccountBalance.UNUSED).minorUnits();
        }

        private PayoutCommand anyCommand() {
            var id = new PayoutId(new UUID(7, any.intBetween(1, 5)));
            var attempt = any.intBetween(1, 3);
            return any.choose(
                    () -> request(id),
                    () -> new ApprovePayout(id, ruling()),
                    () -> new ApprovePayout(id, ruling()),
                    () -> new DeclinePayout(id, ruling()),
                    () -> new CancelPayout(id, now),
                    () -> new SubmitPayout(id, now),
                    () -> new SubmitPayout(id, now),
                    () -> new ConfirmPaid(id, attempt, "tr_1", net(id), now),
                    () ->
                            new ConfirmRefused(
                                    id, attempt, "X", any.constant(RefusalKind.class), now),
                    () -> new ConfirmReturned(id, attempt, "tr_1", net(id), "X", now));
        }

        private Ruling ruling() {
            return new Ruling(any.oneOf(OWNER.user(), FINANCE, COLLEAGUE), "Looked into it", now);
        }

        /** What was asked for, most of the time. */
        private Money net(PayoutId id) {
            var right =
                    payouts.get(id) instanceof Payout.Requested requested
                            ? requested.order().net()
                            : usd(1);
            return any.chance(90) ? right : right.plus(usd(1));
        }

        private PayoutCommand request(PayoutId id) {
            var amount = usd(any.longBetween(1_00, 9_000_00));
            var speed = any.constant(Speed.class);
            var order =
                    new PayoutOrder(
                            id, OWNER, ACCOUNT, amount, POLICY.fee(amount, speed), speed, now);
            var means = new Means(usd(balance(WALLET)), false, false, usd(START));
            return new RequestPayout(order, PayoutDeciderTest.active(), means);
        }

        private static Money usd(long minorUnits) {
            return new Money(minorUnits, USD);
        }
    }
}
