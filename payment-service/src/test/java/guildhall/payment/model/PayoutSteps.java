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
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import guildhall.payment.payout.PayoutCommand;
import guildhall.payment.payout.PayoutCommand.ApprovePayout;
import guildhall.payment.payout.PayoutCommand.CancelPayout;
import guildhall.payment.payout.PayoutCommand.ConfirmPaid;
import guildhall.payment.payout.PayoutCommand.ConfirmRefused;
import guildhall.payment.payout.PayoutCommand.DeclinePayout;
import guildhall.payment.payout.PayoutCommand.RequestPayout;
import guildhall.payment.payout.PayoutCommand.SubmitPayout;
import guildhall.payment.payout.PayoutOrder;
import guildhall.payment.payout.RefusalKind;
import guildhall.payment.payout.Speed;
import java.time.Instant;
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
        boolean isProcessing;
        boolean isOver;
        int attempts;

        Known(Party owner, long amount, long fee) {
            this.owner = owner;
            this.amount = amount;
            this.fee = fee;
            this.awaitsReview = amount >= NEEDS_REVIEW;
        }

        private void giveBack(World world) {
            world.books.move(amount - fee, TRANSIT, available(owner));
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
            var payout = new Known(owner.party(), amount, fee());
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
                case ApprovePayout _ -> payout.awaitsReview = false;
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
                case SubmitPayout _ -> {
                    if (!payout.isOver && !payout.isProcessing && !payout.awaitsReview) {
                        payout.isProcessing = true;
                        payout.attempts++;
                    }
                }
                case ConfirmPaid paid -> {
                    must(paid.attempt() == payout.attempts, this);
                    if (!payout.isOver) {
                        must(payout.isProcessing, this);
                        must(paid.net().minorUnits() == payout.amount - payout.fee, this);
                        world.books.move(payout.amount - payout.fee, TRANSIT, CASH);
                        payout.isOver = true;
                    }
                }
                case ConfirmRefused refused -> refused(world, payout, refused);
                case RequestPayout _ -> throw new IllegalArgumentException("No later command");
            }
        }

        private static void refused(World world, Known payout, ConfirmRefused refused) {
            if (payout.isProcessing && !payout.isOver && refused.attempt() == payout.attempts) {
                payout.isProcessing = false;
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
