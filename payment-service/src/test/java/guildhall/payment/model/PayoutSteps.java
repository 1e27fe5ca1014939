package guildhall.payment.model;

import static guildhall.payment.model.Books.CASH;
import static guildhall.payment.model.Books.FEES;
import static guildhall.payment.model.Books.TRANSIT;
import static guildhall.payment.model.Books.available;
import static guildhall.payment.model.Books.debt;
import static guildhall.payment.model.CashSteps.usd;
import static guildhall.payment.model.World.must;
import static java.util.Objects.requireNonNull;

import guildhall.messages.id.PayoutAccountId;
import guildhall.messages.id.PayoutId;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import guildhall.payment.payout.PayoutCommand;
import guildhall.payment.payout.PayoutCommand.ApprovePayout;
import guildhall.payment.payout.PayoutCommand.CancelPayout;
import guildhall.payment.payout.PayoutCommand.ConfirmPaid;
import guildhall.payment.payout.PayoutCommand.ConfirmRefused;
import guildhall.payment.payout.PayoutCommand.ConfirmReturned;
import guildhall.payment.payout.PayoutCommand.DeclinePayout;
import guildhall.payment.payout.PayoutCommand.RequestPayout;
import guildhall.payment.payout.PayoutCommand.SubmitPayout;
import guildhall.payment.payout.PayoutOrder;
import guildhall.payment.payout.RefusalKind;
import guildhall.payment.payout.Speed;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Money to bank accounts: posting rule 8. */
final class PayoutSteps {
    private static final int MOST_TRIES = 3;
    private static final long NEEDS_REVIEW = 5_000_00;

    static final class Known {
        final Party owner;
        final long amount;
        final long fee;
        boolean awaitsReview;
        Instant dueAt;
        final Set<UserId> approvedBy = new HashSet<>();
        boolean isProcessing;
        boolean isPaid;
        boolean isOver;
        int attempts;

        Known(Party owner, long amount, long fee, Instant dueAt) {
            this.owner = owner;
            this.amount = amount;
            this.fee = fee;
            this.dueAt = dueAt;
            this.awaitsReview = amount >= NEEDS_REVIEW;
        }

        /** Not at once for one that comes late, from before the provider refused it. */
        private boolean isDue(Instant at) {
            return !isOver && !isProcessing && !awaitsReview && !at.isBefore(dueAt);
        }

        private void giveBack(World world) {
            giveBack(world, TRANSIT);
        }

        private void giveBack(World world, String from) {
            world.books.move(amount - fee, from, available(owner));
            world.books.move(fee, FEES, available(owner));
            isOver = true;
        }
    }

    record Withdraw(
            PayoutId id, Side owner, PayoutAccountId account, long amount, Speed speed, Instant at)
            implements Step {
        private long fee() {
            return speed == Speed.INSTANT ? Prices.instantPayout(amount) : 0;
        }

        @Override
        public Answer send(Service service) {
            var order = new PayoutOrder(id, owner, account, usd(amount), usd(fee()), speed, at);
            return Answer.of(service.payouts().request(order));
        }

        @Override
        public void book(World world, Answer answer) {
            var payout = new Known(owner.party(), amount, fee(), at);
            if (world.payouts.putIfAbsent(id.value(), payout) == null) {
                must(amount >= 10_00 && world.books.of(debt(owner.party())) == 0, this);
                world.mustBeAbleToPay(owner.party(), amount, this);
                world.books.move(amount - fee(), available(owner.party()), TRANSIT);
                world.books.move(fee(), available(owner.party()), FEES);
            }
        }

        @Override
        public Set<String> alone() {
            return Set.of("payout " + id);
        }

        @Override
        public Set<String> together() {
            return Set.of("wallet " + owner.party());
        }

        @Override
        public boolean commitsItself() {
            return true;
        }
    }

    /** Everything that happens to a payout later. */
    record Later(PayoutCommand command, Party owner) implements Step {
        @Override
        public Answer send(Service service) {
            return Answer.of(service.payouts().handle(command));
        }

        @Override
        public void book(World world, Answer answer) {
            var payout = requireNonNull(world.payouts.get(command.payout().value()));
            switch (command) {
                case ApprovePayout approve -> {
                    if (payout.awaitsReview) {
                        must(payout.approvedBy.add(approve.ruling().by()), this);
                        payout.awaitsReview = payout.approvedBy.size() < 2;
                    }
                }
                case DeclinePayout _ -> {
                    if (!payout.isOver) {
                        must(payout.awaitsReview, this);
                        payout.giveBack(world);
                    }
                }
                case CancelPayout _ -> {
                    must(!payout.isProcessing, this);
                    if (!payout.isOver) {
                        payout.giveBack(world);
                    }
                }
                case SubmitPayout submit -> {
                    if (payout.isDue(submit.at())) {
                        payout.isProcessing = true;
                        payout.attempts++;
                    }
                }
                case ConfirmPaid paid -> {
                    must(paid.attempt() == payout.attempts, this);
                    if (!payout.isOver) {
                        must(payout.isProcessing, this);
                        must(paid.net().minorUnits() == payout.amount - payout.fee, this);
                        pay(world, payout);
                    }
                }
                case ConfirmReturned returned -> {
                    must(returned.attempt() == payout.attempts, this);
                    must(returned.net().minorUnits() == payout.amount - payout.fee, this);
                    if (!payout.isOver) {
                        must(payout.isProcessing, this);
                        pay(world, payout);
                    }
                    sendBack(world, payout);
                }
                case ConfirmRefused refused -> refused(world, payout, refused);
                case RequestPayout _ -> throw new IllegalArgumentException("No later command");
            }
        }

        private static void pay(World world, Known payout) {
            world.books.move(payout.amount - payout.fee, TRANSIT, CASH);
            payout.isPaid = true;
            payout.isOver = true;
        }

        private static void sendBack(World world, Known payout) {
            if (payout.isPaid) {
                payout.giveBack(world, CASH);
                payout.isPaid = false;
            }
        }

        private static void refused(World world, Known payout, ConfirmRefused refused) {
            if (payout.isOver && refused.attempt() == payout.attempts) {
                sendBack(world, payout);
            }
            if (payout.isProcessing && !payout.isOver && refused.attempt() == payout.attempts) {
                payout.isProcessing = false;
                payout.dueAt = refused.at();
                if (refused.kind() != RefusalKind.TEMPORARY || payout.attempts == MOST_TRIES) {
                    payout.giveBack(world);
                }
            }
        }

        @Override
        public Set<String> alone() {
            return Set.of("payout " + command.payout());
        }

        @Override
        public Set<String> together() {
            return Set.of("wallet " + owner);
        }
    }

    private PayoutSteps() {}
}
