package guildhall.payment.model;

import static guildhall.payment.model.CashSteps.usd;
import static java.util.Objects.requireNonNull;

import guildhall.messages.id.AdjustmentId;
import guildhall.messages.id.CardRefundId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.LicenceId;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.id.PayoutAccountId;
import guildhall.messages.id.PayoutId;
import guildhall.messages.id.ReferralId;
import guildhall.messages.id.SessionId;
import guildhall.messages.id.SubscriptionId;
import guildhall.messages.id.TaskId;
import guildhall.messages.id.TipId;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Side;
import guildhall.payment.approval.Ruling;
import guildhall.payment.credit.CreditCommand.AddCredits;
import guildhall.payment.credit.CreditCommand.ConsumeCredits;
import guildhall.payment.credit.CreditCommand.ExpireCredits;
import guildhall.payment.credit.CreditCommand.ReleaseCredits;
import guildhall.payment.credit.CreditCommand.ReserveCredits;
import guildhall.payment.credit.LotId;
import guildhall.payment.payout.PayoutCommand;
import guildhall.payment.payout.PayoutCommand.ApprovePayout;
import guildhall.payment.payout.PayoutCommand.CancelPayout;
import guildhall.payment.payout.PayoutCommand.ConfirmPaid;
import guildhall.payment.payout.PayoutCommand.ConfirmRefused;
import guildhall.payment.payout.PayoutCommand.ConfirmReturned;
import guildhall.payment.payout.PayoutCommand.DeclinePayout;
import guildhall.payment.payout.PayoutCommand.SubmitPayout;
import guildhall.payment.payout.RefusalKind;
import guildhall.payment.payout.Speed;
import guildhall.payment.refund.RefundReport.RefundRefused;
import guildhall.payment.refund.RefundReport.RefundSent;
import guildhall.payment.topup.Cancellation;
import guildhall.payment.topup.TopUpCommand.ConfirmCancellation;
import guildhall.payment.topup.TopUpCommand.ConfirmCapture;
import guildhall.payment.topup.TopUpCommand.ConfirmDecline;
import guildhall.payment.topup.TopUpCommand.GiveUp;
import guildhall.payment.topup.TopUpCommand.NoteAction;
import guildhall.payment.topup.TopUpCommand.NoteProcessing;
import guildhall.runtime.security.Caller;
import guildhall.testkit.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Commands that make sense most of the time, about a few parties and what they did before. */
final class AnyStep {
    private final Seeds any;
    private final World world;
    private final List<Side> clients;
    private final List<Side> talents;
    private final List<Caller> staff;
    private final AnyEscrow escrows;
    private final Map<PayoutId, Side> payouts = new LinkedHashMap<>();
    private final Map<TaskId, Side> tasks = new LinkedHashMap<>();
    private final Map<UUID, Side> bonuses = new LinkedHashMap<>();
    private final Map<SubscriptionId, ClientSteps.Subscribe> subscriptions = new LinkedHashMap<>();
    private final List<AssetSteps.Sale> sales = new ArrayList<>();
    private final List<Step> earlier = new ArrayList<>();
    private Instant now = Instant.parse("2030-01-01T00:00:00Z");

    AnyStep(Seeds any, World world) {
        this.any = any;
        this.world = world;
        clients = Stream.generate(any::client).limit(3).toList();
        talents = Stream.generate(any::talent).limit(4).toList();
        staff = Stream.generate(this::administrator).limit(2).toList();
        escrows = new AnyEscrow(any, world, clients, talents);
    }

    private Caller administrator() {
        return new Caller(
                any.id(UserId::new),
                any.id(SessionId::new),
                Optional.empty(),
                Set.of("ADMIN", "FINANCE_OPS", "COMPLIANCE"),
                true);
    }

    List<Side> everybody() {
        return Stream.concat(clients.stream(), talents.stream()).toList();
    }

    Caller anyStaff() {
        return any.oneOf(staff);
    }

    static PayoutAccountId accountOf(Side owner) {
        return new PayoutAccountId(owner.user().value());
    }

    Instant now() {
        return now;
    }

    /** Every client has something to begin with. */
    List<Step> beginning() {
        var steps = new ArrayList<Step>();
        for (var client : clients) {
            var id = any.id(PaymentIntentId::new);
            var amount = any.longBetween(1_000_00, 20_000_00);
            steps.add(new CashSteps.Request(id, client, amount, now));
            steps.add(captured(id, client, amount));
            // With money that never was on a card, staff has a say in refunds.
            steps.add(
                    new StaffSteps.Reward(
                            any.id(ReferralId::new), client, any.longBetween(1_00, 500_00)));
        }
        earlier.addAll(steps);
        return steps;
    }

    Step next() {
        now = now.plus(Duration.ofMinutes(any.intBetween(1, 90)));
        var step = any.chance(15) ? any.oneOf(earlier) : fresh();
        earlier.add(step);
        return step;
    }

    private Step fresh() {
        List<Supplier<Step>> kinds =
                List.of(
                        this::fromCard,
                        this::fromCard,
                        this::fromCard,
                        this::backToCard,
                        this::backToCard,
                        () -> escrows.next(now),
                        () -> escrows.next(now),
                        () -> escrows.next(now),
                        () -> escrows.next(now),
                        () -> escrows.next(now),
                        this::payout,
                        this::payout,
                        this::payout,
                        this::credits,
                        this::credits,
                        this::credits,
                        this::adjust,
                        this::adjust,
                        this::wallet,
                        this::extra,
                        this::asset,
                        this::asset,
                        this::clear);
        return any.oneOf(kinds).get();
    }

    private Step fromCard() {
        var client = any.oneOf(clients);
        var id = any.id(PaymentIntentId::new);
        return switch (any.intBetween(0, 9)) {
            case 0 -> new CashSteps.Request(id, client, any.longBetween(1, 3_000_00), now);
            case 1 -> new CashSteps.BuyCredits(id, client, "starter", 10, now);
            case 2 -> new CashSteps.BuyCredits(id, client, "studio", 50, now);
            default -> told();
        };
    }

    private Step told() {
        var id = new PaymentIntentId(any.oneOf(List.copyOf(world.charges.keySet())));
        var charge = known(world.charges, id.value());
        var owner = charge.owner.party();
        return switch (any.intBetween(0, 13)) {
            case 12 -> new CashSteps.Told(new NoteAction(id, "ch_" + id, now), owner);
            case 13 ->
                    new CashSteps.Told(
                            new ConfirmCancellation(id, Cancellation.TIME_OUT, now), owner);
            case 0 -> new CashSteps.Told(new ConfirmDecline(id, "ch_" + id, "REFUSED", now), owner);
            case 1 -> new CashSteps.Told(new NoteProcessing(id, "ch_" + id), owner);
            case 2 -> new CashSteps.Told(new GiveUp(id, now), owner);
            case 3 -> captured(id, charge.owner, charge.amount + 1);
            case 4, 5 -> chargeBack(id, charge);
            default -> captured(id, charge.owner, charge.amount);
        };
    }

    /** A dispute that is known goes on with the same amount, most of the time. */
    private Step chargeBack(PaymentIntentId id, CashSteps.Charge charge) {
        var reference = "cb-" + any.intBetween(1, 3);
        var known = world.chargedBack.get(id + reference);
        var amount = known == null ? upTo(charge.amount) : wrongAtTimes(known.amount());
        var returned = any.bool() ? 0 : any.chance(70) ? amount : any.longBetween(1, amount + 1);
        return new CashSteps.ChargeBack(id, charge.owner.party(), reference, amount, returned);
    }

    private Step captured(PaymentIntentId id, Side owner, long amount) {
        var capture = new ConfirmCapture(id, "ch_" + id, usd(amount), now);
        return new CashSteps.Told(capture, owner.party());
    }

    private Step backToCard() {
        if (world.cardRefunds.isEmpty() || any.chance(40)) {
            var payment = any.oneOf(List.copyOf(world.charges.keySet()));
            var charge = known(world.charges, payment);
            return new CashSteps.AskBack(
                    any.id(CardRefundId::new),
                    new PaymentIntentId(payment),
                    charge.owner,
                    any.bool() ? upTo(charge.amount) : upTo(charge.amount, charge.owner),
                    now);
        }
        var id = new CardRefundId(any.oneOf(List.copyOf(world.cardRefunds.keySet())));
        var refund = known(world.cardRefunds, id.value());
        if (any.chance(45)) {
            var by = any.oneOf(staff).user();
            return new CashSteps.Review(id, refund.owner, by, any.chance(80));
        }
        var report =
                any.chance(70)
                        ? new RefundSent(id, "re_" + id, usd(wrongAtTimes(refund.amount)))
                        : new RefundRefused(id, "CARD_EXPIRED");
        return new CashSteps.Refunded(report, refund.owner);
    }

    private Step payout() {
        if (payouts.isEmpty() || any.chance(20)) {
            var owner = any.oneOf(everybody());
            var id = any.id(PayoutId::new);
            var most = world.books.of(Books.available(owner.party()));
            payouts.put(id, owner);
            return new PayoutSteps.Withdraw(
                    id,
                    owner,
                    accountOf(owner),
                    any.longBetween(9_99, Math.max(10_00, most + 1)),
                    any.constant(Speed.class),
                    now);
        }
        var id = any.oneOf(List.copyOf(payouts.keySet()));
        return new PayoutSteps.Later(later(id), known(payouts, id).party());
    }

    /** What makes sense next, most of the time. */
    private PayoutCommand later(PayoutId id) {
        var known = world.payouts.get(id.value());
        int attempt = known == null ? 1 : any.chance(80) ? known.attempts : any.intBetween(1, 3);
        long net = known == null ? 1 : wrongAtTimes(known.amount - known.fee);
        var ruling = new Ruling(any.oneOf(staff).user(), "Looked into it", now);
        var kind = any.bool() ? any.constant(RefusalKind.class) : RefusalKind.TEMPORARY;
        var paid = new ConfirmPaid(id, attempt, "tr_" + id, usd(net), now);
        var refused = new ConfirmRefused(id, attempt, "BANK_CLOSED", kind, now);
        var back = new ConfirmReturned(id, attempt, "tr_" + id, usd(net), "GONE", now);
        if (known != null && known.awaitsReview && !known.isOver && any.bool()) {
            return any.chance(75) ? new ApprovePayout(id, ruling) : new DeclinePayout(id, ruling);
        }
        if (known != null && known.isProcessing && !known.isOver && any.chance(70)) {
            return any.bool() ? paid : refused;
        }
        if (known != null && known.isPaid && any.chance(30)) {
            return back;
        }
        return switch (any.intBetween(0, 10)) {
            case 0 -> new CancelPayout(id, now);
            case 1, 2 -> new ApprovePayout(id, ruling);
            case 3 -> new DeclinePayout(id, ruling);
            case 4, 5, 6 -> new SubmitPayout(id, now);
            case 7, 8 -> paid;
            case 9 -> back;
            default -> refused;
        };
    }

    private Step credits() {
        var client = any.oneOf(clients);
        return switch (any.intBetween(0, 9)) {
            case 0 -> {
                var id = any.uuid();
                bonuses.put(id, client);
                var lot = CreditSteps.bonus(id, any.intBetween(1, 20), now);
                yield new CreditSteps(client.party(), new AddCredits(lot));
            }
            case 1 -> {
                var lot = bonuses.isEmpty() ? any.uuid() : any.oneOf(List.copyOf(bonuses.keySet()));
                var owner = bonuses.getOrDefault(lot, client).party();
                yield new CreditSteps(owner, new ExpireCredits(new LotId(lot), now));
            }
            case 2, 3, 4 -> {
                var task = any.id(TaskId::new);
                tasks.put(task, client);
                var units = any.intBetween(1, 12);
                yield new CreditSteps(client.party(), new ReserveCredits(task, units, now));
            }
            default -> ofTask(client);
        };
    }

    private Step ofTask(Side client) {
        var task = tasks.isEmpty() ? any.id(TaskId::new) : any.oneOf(List.copyOf(tasks.keySet()));
        var owner = tasks.getOrDefault(task, client).party();
        var units = any.intBetween(1, 8);
        return new CreditSteps(
                owner,
                any.chance(30)
                        ? new ReleaseCredits(task, units, now)
                        : new ConsumeCredits(task, units, any.oneOf(talents), "Sketch", now));
    }

    private Step adjust() {
        var id = any.id(AdjustmentId::new);
        var owner = any.oneOf(everybody()).party();
        var by = any.oneOf(staff);
        if (any.chance(25)) {
            var change = any.longBetween(-500_00, 500_00);
            return new StaffSteps.Ask(id, owner, change == 0 ? 1 : change, by);
        }
        if (any.chance(15)) {
            var topUp = new PaymentIntentId(any.oneOf(List.copyOf(world.charges.keySet())));
            var payer = known(world.charges, topUp.value()).owner.party();
            return new StaffSteps.AskToReverse(id, topUp, payer, by);
        }
        if (world.adjustments.isEmpty()) {
            return new StaffSteps.Ask(id, owner, 5_00, by);
        }
        var known = any.oneOf(List.copyOf(world.adjustments.keySet()));
        var ruling =
                any.chance(70) ? StaffSteps.Ruling.APPROVE : any.constant(StaffSteps.Ruling.class);
        var of = known(world.adjustments, known).owner;
        return new StaffSteps.Decide(new AdjustmentId(known), of, ruling, by);
    }

    private Step wallet() {
        var by = any.oneOf(staff);
        if (!world.frozenWallets.isEmpty() && any.chance(70)) {
            return new StaffSteps.Freeze(any.oneOf(List.copyOf(world.frozenWallets)), false, by);
        }
        return new StaffSteps.Freeze(any.oneOf(everybody()).party(), any.chance(60), by);
    }

    private Step extra() {
        return switch (any.intBetween(0, 5)) {
            case 0 ->
                    new StaffSteps.Reward(
                            any.id(ReferralId::new),
                            any.oneOf(talents),
                            any.longBetween(1, 500_01));
            case 1, 2 -> subscription();
            default -> tip();
        };
    }

    private Step asset() {
        if (sales.isEmpty() || any.chance(50)) {
            var sale =
                    new AssetSteps.Sale(
                            any.id(LicenceId::new),
                            any.oneOf(everybody()),
                            any.oneOf(talents),
                            any.longBetween(1, 200_00));
            sales.add(sale);
            return new AssetSteps.Buy(sale, now);
        }
        return new AssetSteps.GiveBack(any.oneOf(sales), now);
    }

    private Step tip() {
        var known = List.copyOf(world.escrows.keySet());
        var escrow = known.isEmpty() ? any.uuid() : any.oneOf(known);
        var payer =
                known.isEmpty() ? any.oneOf(clients) : known(world.escrows, escrow).deal.payer();
        return new ClientSteps.Give(
                any.id(TipId::new), new EscrowId(escrow), payer, any.longBetween(1, 50_00), now);
    }

    private Step subscription() {
        if (subscriptions.isEmpty() || any.chance(30)) {
            var subscribe =
                    new ClientSteps.Subscribe(
                            any.id(SubscriptionId::new),
                            any.oneOf(everybody()),
                            any.oneOf("plus", "pro"),
                            ClientSteps.Change.SUBSCRIBE,
                            now);
            subscriptions.put(subscribe.id(), subscribe);
            return subscribe;
        }
        var known = any.oneOf(List.copyOf(subscriptions.values()));
        var change =
                any.chance(60)
                        ? ClientSteps.Change.ADVANCE
                        : any.oneOf(ClientSteps.Change.PAY_NOW, ClientSteps.Change.CANCEL);
        return new ClientSteps.Subscribe(
                known.id(),
                known.payer(),
                known.plan(),
                change,
                now.plus(Duration.ofDays(any.intBetween(0, 60))));
    }

    private Step clear() {
        if (any.chance(40)) {
            return new StaffSteps.Recover(everybody().stream().map(Side::party).toList());
        }
        var held = List.copyOf(new TreeSet<>(world.heldFor()));
        return held.isEmpty() || any.chance(40)
                ? new StaffSteps.Sweep()
                : new StaffSteps.EndWindows(any.oneOf(held));
    }

    private static <K, V> V known(Map<K, V> all, K key) {
        return requireNonNull(all.get(key));
    }

    /** Everything that its owner has, which reaches into what did not come from a card. */
    private long upTo(long most, Side owner) {
        var all = world.books.of(Books.available(owner.party()));
        return Math.max(1, Math.min(most, all));
    }

    private long upTo(long most) {
        return any.longBetween(1, Math.max(1, most));
    }

    private long wrongAtTimes(long right) {
        return any.chance(95) ? right : right + 1;
    }
}
