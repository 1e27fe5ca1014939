package guildhall.payment.model;

import static java.util.Comparator.comparingLong;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.CardRefundId;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.id.PayoutId;
import guildhall.messages.party.Side;
import guildhall.payment.model.Step.Answer;
import guildhall.payment.payout.Speed;
import guildhall.payment.payoutaccount.AccountDetails;
import guildhall.payment.payoutaccount.Destination;
import guildhall.payment.payoutaccount.PayoutAccountCommand.NoteVerified;
import guildhall.payment.payoutaccount.PayoutAccountCommand.OpenAccount;
import guildhall.payment.payoutaccount.PayoutMethod;
import guildhall.testkit.Seeds;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.dao.DuplicateKeyException;

/** One random history of a few parties, in the service and in the model. */
final class MoneyRun {
    private static final int AT_ONCE = 8;

    private final Seeds any;
    private final List<Service> instances;
    private final Service service;
    private final Set<String> accepted;
    private final long before;
    private final World world;
    private final AnyStep steps;

    /**
     * @param instances each gets every command of those that come at the same time
     * @param accepted where to note which kinds of commands had an effect
     */
    MoneyRun(Seeds any, List<Service> instances, Set<String> accepted) {
        this.any = any;
        this.instances = instances;
        this.service = instances.getFirst();
        this.accepted = accepted;
        this.before = service.newestAccount();
        this.world = new World(service.balances(before));
        this.steps = new AnyStep(any, world);
    }

    void oneByOne(int count) {
        begin();
        for (int i = 0; i < count; i++) {
            perform(steps.next());
        }
        assertEverythingAgrees();
    }

    /** Commands that do not depend on each other, and duplicates of them, all at the same time. */
    void manyAtOnce(int rounds) {
        begin();
        world.isOrderKnown = false;
        for (int round = 0; round < rounds; round++) {
            var group = independent();
            var deliveries =
                    any.shuffled(
                            instances.stream()
                                    .flatMap(to ->
                                            group.stream().map(step -> new Delivery(step, to)))
                                    .toList());
            atOnce(deliveries).stream()
                    .sorted(comparingLong(Delivered::turn))
                    .forEach(delivered -> book(delivered.step(), delivered.answer()));
            assertBalancesAgree(group);
        }
        assertEverythingAgrees();
    }

    /** From a wallet that staff has frozen nothing goes to a bank or a card. */
    void throughAFreeze() {
        begin();
        var owner = steps.everybody().getFirst();
        var payment = new PaymentIntentId(world.charges.keySet().iterator().next());
        var ways =
                List.<Step>of(
                        new PayoutSteps.Withdraw(
                                any.id(PayoutId::new),
                                owner,
                                AnyStep.accountOf(owner),
                                10_00,
                                Speed.STANDARD,
                                steps.now()),
                        new CashSteps.AskBack(
                                any.id(CardRefundId::new), payment, owner, 5_00, steps.now()));
        perform(new StaffSteps.Freeze(owner.party(), true, steps.anyStaff()));
        assertThat(ways).noneMatch(way -> way.send(service).isYes());
        assertBalancesAgree(ways);
        perform(new StaffSteps.Freeze(owner.party(), false, steps.anyStaff()));
        ways.forEach(this::perform);
        assertThat(world.payouts).hasSize(1);
        assertThat(world.cardRefunds).hasSize(1);
    }

    private void begin() {
        steps.everybody().forEach(this::openPayoutAccount);
        steps.beginning().forEach(this::perform);
    }

    private void openPayoutAccount(Side owner) {
        var at = steps.now();
        var id = AnyStep.accountOf(owner);
        var destination = new Destination("tok_4242", "4242");
        service.accounts()
                .handle(
                        new OpenAccount(
                                new AccountDetails(
                                        id,
                                        owner,
                                        PayoutMethod.BANK_TRANSFER,
                                        Currency.getInstance("USD"),
                                        "sandbox",
                                        "acct_" + id,
                                        destination,
                                        at,
                                        at,
                                        at,
                                        false)));
        var verified = at.plusSeconds(1);
        service.accounts().handle(new NoteVerified(id, destination, verified, verified));
    }

    private void perform(Step step) {
        if (any.chance(10) && !step.commitsItself()) {
            dieBeforeCommit(step);
        }
        book(step, step.send(service));
        assertBalancesAgree(List.of(step));
    }

    private void dieBeforeCommit(Step step) {
        service.transactions()
                .executeWithoutResult(transaction -> {
                    step.send(service);
                    transaction.setRollbackOnly();
                });
    }

    private void book(Step step, Answer answer) {
        if (answer.isYes()) {
            accepted.add(kind(step, answer));
            step.book(world, answer);
        }
    }

    private static String kind(Step step, Answer answer) {
        var event = answer.events().isEmpty() ? "" : " " + name(answer.events().getFirst());
        return name(step) + event;
    }

    private static String name(Object object) {
        return object.getClass().getSimpleName();
    }

    private List<Step> independent() {
        var group = new ArrayList<Step>();
        var alone = new HashSet<String>();
        var together = new HashSet<String>();
        for (int tries = 0; tries < 3 * AT_ONCE && group.size() < AT_ONCE; tries++) {
            var step = steps.next();
            if (isDisjoint(step.alone(), alone)
                    && isDisjoint(step.alone(), together)
                    && isDisjoint(step.together(), alone)) {
                alone.addAll(step.alone());
                together.addAll(step.together());
                group.add(step);
                if (any.chance(30)) {
                    group.add(step);
                }
            }
        }
        return any.shuffled(group);
    }

    private static boolean isDisjoint(Set<String> some, Set<String> others) {
        return some.stream().noneMatch(others::contains);
    }

    private record Delivery(Step step, Service to) {
        Delivered send(AtomicLong turns) {
            return step.isBatch()
                    ? requireNonNull(to.transactions().execute(_ -> delivered(turns)))
                    : delivered(turns);
        }

        private Delivered delivered(AtomicLong turns) {
            var answer = step.send(to);
            return new Delivered(step, answer, turns.incrementAndGet());
        }
    }

    /**
     * @param turn of a batch taken while the locks of its transaction were held: of two deliveries,
     *     the one that was first in the database has the lower one
     */
    private record Delivered(Step step, Answer answer, long turn) {}

    private static List<Delivered> atOnce(List<Delivery> deliveries) {
        var turns = new AtomicLong();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks =
                    deliveries.stream()
                            .<Callable<Delivered>>map(delivery -> () -> sendAgain(delivery, turns))
                            .toList();
            var delivered = new ArrayList<Delivered>();
            for (Future<Delivered> answer : threads.invokeAll(tasks)) {
                delivered.add(answer.get());
            }
            return delivered;
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException("A command failed", failed);
        }
    }

    /** Two that create the same thing at once: one of them may have to be delivered again. */
    private static Delivered sendAgain(Delivery delivery, AtomicLong turns) {
        try {
            return delivery.send(turns);
        } catch (DuplicateKeyException _) {
            return delivery.send(turns);
        }
    }

    private void assertBalancesAgree(List<Step> after) {
        assertThat(service.balances(before))
                .as("Balances after %s", after)
                .isEqualTo(world.books.balances());
        world.books.assertCovered();
    }

    private void assertEverythingAgrees() {
        world.isOrderKnown = true;
        perform(new StaffSteps.Sweep()); // Nothing is left for the next history to find.
        var rows = service.escrowRows();
        world.escrows.forEach((id, escrow) ->
                assertThat(rows.get(id)).as("Escrow " + id).isEqualTo(escrow.row()));
        var credits = service.creditRows();
        world.credits.forEach((owner, account) ->
                assertThat(credits.getOrDefault(owner.toString(), "0 and 0"))
                        .as("Credits of " + owner)
                        .isEqualTo(account.available() + " and " + account.reserved()));
        assertThat(service.books().failing()).isEmpty();
    }
}
