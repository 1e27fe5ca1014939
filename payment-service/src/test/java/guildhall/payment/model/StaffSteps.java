package guildhall.payment.model;

import static guildhall.payment.model.Books.CASH;
import static guildhall.payment.model.Books.PROMO;
import static guildhall.payment.model.Books.available;
import static guildhall.payment.model.Books.debt;
import static guildhall.payment.model.CashSteps.usd;
import static guildhall.payment.model.World.must;
import static java.util.Objects.requireNonNull;

import guildhall.messages.id.AdjustmentId;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.id.ReferralId;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import guildhall.messages.payment.ReferralCommands.PayReferralRewardV1;
import guildhall.payment.adjustment.Correction;
import guildhall.payment.adjustment.Counterpart;
import guildhall.payment.wallet.WalletId;
import guildhall.runtime.security.Caller;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What staff does: adjustments by two persons, frozen wallets, rewards; posting rule 15. */
final class StaffSteps {
    private static final Currency USD = Currency.getInstance("USD");

    static final class Adjusting {
        final Party owner;
        final long amount;
        final String from;
        final String to;
        final Caller askedBy;
        boolean isOver;

        Adjusting(Party owner, long amount, String from, String to, Caller askedBy) {
            this.owner = owner;
            this.amount = amount;
            this.from = from;
            this.to = to;
            this.askedBy = askedBy;
        }
    }

    /**
     * @param change in cents; below zero to take it away
     */
    record Ask(AdjustmentId id, Party owner, long change, Caller by) implements Step {
        @Override
        public Answer send(Service service) {
            var wallet = new WalletId(owner, USD);
            var correction =
                    change > 0
                            ? Correction.toWallet(
                                    wallet, usd(change), Counterpart.PROMO_EXPENSE, "Goodwill")
                            : Correction.fromWallet(
                                    wallet, usd(-change), Counterpart.PROMO_EXPENSE, "Mistake");
            return Answer.of(service.adjustments().request(id, correction, by));
        }

        @Override
        public void book(World world, Answer answer) {
            var wallet = available(owner);
            world.adjustments.putIfAbsent(
                    id.value(),
                    change > 0
                            ? new Adjusting(owner, change, PROMO, wallet, by)
                            : new Adjusting(owner, -change, wallet, PROMO, by));
        }

        @Override
        public Set<String> alone() {
            return Set.of("adjustment " + id);
        }
    }

    /** A top-up was a mistake. */
    record AskToReverse(AdjustmentId id, PaymentIntentId topUp, Party owner, Caller by)
            implements Step {
        @Override
        public Answer send(Service service) {
            var journal = service.journalOf("top-up", topUp.value(), "succeeded");
            return Answer.of(service.adjustments().requestReversal(id, journal, by));
        }

        @Override
        public void book(World world, Answer answer) {
            var charge = requireNonNull(world.charges.get(topUp.value()));
            must(charge.isCaptured && charge.credits == 0, this);
            world.adjustments.putIfAbsent(
                    id.value(), new Adjusting(owner, charge.amount, available(owner), CASH, by));
        }

        @Override
        public Set<String> alone() {
            return Set.of("adjustment " + id, "charge " + topUp);
        }
    }

    enum Ruling {
        APPROVE,
        TURN_DOWN,
        WITHDRAW
    }

    record Decide(AdjustmentId id, Party owner, Ruling ruling, Caller by) implements Step {
        @Override
        public Answer send(Service service) {
            return Answer.of(
                    switch (ruling) {
                        case APPROVE -> service.adjustments().approve(id, by);
                        case TURN_DOWN -> service.adjustments().turnDown(id, by);
                        case WITHDRAW -> service.adjustments().withdraw(id, by);
                    });
        }

        @Override
        public void book(World world, Answer answer) {
            var adjusting = requireNonNull(world.adjustments.get(id.value()));
            must((ruling == Ruling.WITHDRAW) == by.equals(adjusting.askedBy), this);
            if (!adjusting.isOver && ruling == Ruling.APPROVE) {
                world.books.move(adjusting.amount, adjusting.from, adjusting.to);
            }
            adjusting.isOver = true;
        }

        @Override
        public Set<String> alone() {
            return Set.of("adjustment " + id);
        }

        @Override
        public Set<String> together() {
            return Set.of("wallet " + owner);
        }
    }

    record Freeze(Party owner, boolean isOn, Caller by) implements Step {
        @Override
        public Answer send(Service service) {
            var wallet = new WalletId(owner, USD);
            return Answer.of(
                    isOn
                            ? service.wallets().freeze(wallet, by)
                            : service.wallets().unfreeze(wallet, by));
        }

        @Override
        public void book(World world, Answer answer) {
            if (isOn) {
                world.frozenWallets.add(owner);
            } else {
                world.frozenWallets.remove(owner);
            }
        }

        @Override
        public Set<String> alone() {
            return Set.of("wallet " + owner);
        }
    }

    record Reward(ReferralId id, Side talent, long amount) implements Step {
        @Override
        public Answer send(Service service) {
            var command = new PayReferralRewardV1(id, talent, usd(amount));
            return service.rewards().pay(command) ? Answer.YES : Answer.NO;
        }

        @Override
        public void book(World world, Answer answer) {
            if (world.once.add(id)) {
                world.books.move(amount, PROMO, available(talent.party()));
            }
        }

        @Override
        public Set<String> alone() {
            return Set.of("referral " + id);
        }

        @Override
        public Set<String> together() {
            return Set.of("wallet " + talent.party());
        }
    }

    /** The safety window of an escrow or task is over. */
    record EndWindows(UUID of) implements Step {
        @Override
        public Answer send(Service service) {
            service.jdbc()
                    .sql(
                            """
                            update safety_hold set clears_at = '2020-01-01'
                            where escrow_id = ? and cleared_at is null
                            """)
                    .param(of)
                    .update();
            return Answer.YES;
        }

        @Override
        public void book(World world, Answer answer) {
            world.endWindows(of);
        }

        @Override
        public Set<String> alone() {
            return Set.of("holds");
        }
    }

    record Sweep() implements Step {
        @Override
        public Answer send(Service service) {
            service.clearing().work().run();
            return Answer.YES;
        }

        @Override
        public void book(World world, Answer answer) {
            world.clear();
        }

        /** It clears into any wallet. */
        @Override
        public Set<String> alone() {
            return Set.of("holds");
        }

        @Override
        public boolean commitsItself() {
            return true;
        }
    }

    /**
     * What came into wallets pays what their owners owe.
     *
     * @param everybody whose wallets it may change
     */
    record Recover(List<Party> everybody) implements Step {
        @Override
        public Answer send(Service service) {
            service.recovery().work().run();
            return Answer.YES;
        }

        @Override
        public void book(World world, Answer answer) {
            for (var party : everybody) {
                var owed = -world.books.of(debt(party));
                var recovered = Math.min(owed, world.books.of(available(party)));
                world.books.move(recovered, available(party), debt(party));
            }
        }

        @Override
        public Set<String> alone() {
            var all = new HashSet<>(Set.of("holds"));
            everybody.forEach(party -> all.add("wallet " + party));
            return all;
        }

        @Override
        public boolean commitsItself() {
            return true;
        }
    }

    private StaffSteps() {}
}
