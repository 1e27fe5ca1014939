package guildhall.payment.model;

import static guildhall.payment.model.Books.FEES;
import static guildhall.payment.model.Books.available;
import static guildhall.payment.model.CashSteps.usd;
import static guildhall.payment.model.World.must;
import static java.util.Objects.requireNonNull;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.SubscriptionId;
import guildhall.messages.id.TipId;
import guildhall.messages.party.Side;
import guildhall.payment.tip.TipOrder;
import java.time.Instant;
import java.util.Set;

/** What clients pay for besides work: posting rules 14 and 15. */
final class ClientSteps {

    record Give(TipId id, EscrowId escrow, Side payer, long amount, Instant at) implements Step {
        @Override
        public Answer send(Service service) {
            var order = new TipOrder(id, escrow, payer.user(), usd(amount), "Thank you", at);
            return Answer.of(service.tips().give(order));
        }

        @Override
        public void book(World world, Answer answer) {
            if (world.once.add(id)) {
                var work = requireNonNull(world.escrows.get(escrow.value()));
                must(work.hasPaid(), this);
                world.mustOweNothing(payer.party(), this);
                world.mustBeAbleToPay(payer.party(), amount, this);
                var parts = Prices.shared(amount, work.deal.payee().party(), work.deal.shares());
                world.earn(escrow.value(), id.value(), parts, available(payer.party()));
            }
        }

        @Override
        public Set<String> alone() {
            return Set.of("escrow " + escrow);
        }

        @Override
        public Set<String> together() {
            return Set.of("wallet " + payer.party(), "holds");
        }

        @Override
        public boolean commitsItself() {
            return true;
        }
    }

    enum Change {
        SUBSCRIBE,
        ADVANCE,
        PAY_NOW,
        CANCEL
    }

    record Subscribe(SubscriptionId id, Side payer, String plan, Change change, Instant at)
            implements Step {
        @Override
        public Answer send(Service service) {
            var subscriptions = service.subscriptions();
            return Answer.of(
                    switch (change) {
                        case SUBSCRIBE -> subscriptions.subscribe(id, payer, plan, at);
                        case ADVANCE -> subscriptions.advance(id, at);
                        case PAY_NOW -> subscriptions.payNow(id, at);
                        case CANCEL -> subscriptions.cancel(id, at);
                    });
        }

        @Override
        public void book(World world, Answer answer) {
            if (answer.tells("PeriodPaid")) {
                long price =
                        switch (plan) {
                            case "plus" -> 12_00;
                            case "pro" -> 29_00;
                            default -> throw new IllegalArgumentException(plan);
                        };
                world.mustBeAbleToPay(payer.party(), price, this);
                world.books.move(price, available(payer.party()), FEES);
            }
        }

        @Override
        public Set<String> alone() {
            return Set.of("subscriptions of " + payer.party());
        }

        @Override
        public Set<String> together() {
            return Set.of("wallet " + payer.party());
        }
    }

    private ClientSteps() {}
}
