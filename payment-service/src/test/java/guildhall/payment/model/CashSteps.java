package guildhall.payment.model;

import static guildhall.payment.model.Books.CASH;
import static guildhall.payment.model.Books.TRANSIT;
import static guildhall.payment.model.Books.available;
import static guildhall.payment.model.Books.debt;
import static guildhall.payment.model.World.must;
import static java.util.Objects.requireNonNull;

import guildhall.messages.id.CardRefundId;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import guildhall.payment.chargeback.ChargebackReport;
import guildhall.payment.refund.RefundOrder;
import guildhall.payment.refund.RefundReport;
import guildhall.payment.refund.RefundReport.RefundSent;
import guildhall.payment.topup.TopUp;
import guildhall.payment.topup.TopUpCommand;
import guildhall.payment.topup.TopUpCommand.ConfirmCancellation;
import guildhall.payment.topup.TopUpCommand.ConfirmCapture;
import guildhall.payment.topup.TopUpCommand.ConfirmDecline;
import guildhall.payment.topup.TopUpCommand.RequestTopUp;
import guildhall.payment.webhook.WebhookOutcome;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Money from cards, and back to them: posting rules 1, 5, 9 and 16. */
final class CashSteps {

    /** A charge that was asked for. */
    static final class Charge {
        final Side owner;
        final long amount;
        final int credits;
        boolean isCaptured;
        boolean isDeclined;
        long chargedBack;
        long refunded;

        Charge(Side owner, long amount, int credits) {
            this.owner = owner;
            this.amount = amount;
            this.credits = credits;
        }
    }

    record ChargedBack(long amount, long returned) {}

    static final class CardRefund {
        final UUID payment;
        final Party owner;
        final long amount;
        boolean isInTransit;
        boolean isProcessed;

        CardRefund(UUID payment, Party owner, long amount) {
            this.payment = payment;
            this.owner = owner;
            this.amount = amount;
        }
    }

    record Request(PaymentIntentId id, Side owner, long amount, Instant at) implements Step {
        @Override
        public Answer send(Service service) {
            return Answer.of(
                    service.topUps()
                            .handle(new RequestTopUp(new TopUp(id, owner, usd(amount), at))));
        }

        @Override
        public void book(World world, Answer answer) {
            world.charges.putIfAbsent(id.value(), new Charge(owner, amount, 0));
        }

        @Override
        public Set<String> alone() {
            return Set.of("charge " + id);
        }
    }

    record BuyCredits(PaymentIntentId id, Side owner, String pack, int units, Instant at)
            implements Step {
        @Override
        public Answer send(Service service) {
            return Answer.of(service.credits().buy(pack, price -> new TopUp(id, owner, price, at)));
        }

        @Override
        public void book(World world, Answer answer) {
            var price =
                    switch (pack) {
                        case "starter" -> 100_00;
                        case "studio" -> 475_00;
                        default -> throw new IllegalArgumentException(pack);
                    };
            world.charges.putIfAbsent(id.value(), new Charge(owner, price, units));
        }

        @Override
        public Set<String> alone() {
            return Set.of("charge " + id);
        }
    }

    /** What the provider tells of a charge. */
    record Told(TopUpCommand command, Party owner) implements Step {
        @Override
        public Answer send(Service service) {
            return Answer.of(service.topUps().handle(command));
        }

        @Override
        public void book(World world, Answer answer) {
            var charge = requireNonNull(world.charges.get(command.intent().value()));
            if (command instanceof ConfirmCapture capture) {
                must(!charge.isDeclined, this);
                if (!charge.isCaptured) {
                    must(capture.amount().equals(usd(charge.amount)), this);
                    charge.isCaptured = true;
                    captured(world, charge, capture);
                }
            }
            if (command instanceof ConfirmCancellation) {
                must(!charge.isCaptured, this);
            }
            if (command instanceof ConfirmDecline) {
                must(!charge.isCaptured, this);
                charge.isDeclined |= answer.tells("TopUpDeclined");
            }
        }

        private void captured(World world, Charge charge, ConfirmCapture capture) {
            if (charge.credits > 0) {
                var lot = capture.intent().value();
                world.creditsOf(owner).buy(lot, charge.credits, charge.amount, capture.at());
                world.books.move(charge.amount, CASH, Books.UNUSED_CREDITS);
            } else {
                world.books.move(charge.amount, CASH, available(owner));
                var owed = -world.books.of(debt(owner));
                world.books.move(Math.min(owed, charge.amount), available(owner), debt(owner));
            }
        }

        /** How much of it goes into a debt depends on what else happens to the wallet. */
        @Override
        public Set<String> alone() {
            return Set.of("charge " + command.intent(), "wallet " + owner, "credits " + owner);
        }
    }

    /**
     * A bank took a payment back, or gave it back again.
     *
     * @param returned nothing as long as the dispute is not won
     */
    record ChargeBack(
            PaymentIntentId payment, Party owner, String reference, long amount, long returned)
            implements Step {
        @Override
        public Answer send(Service service) {
            var report =
                    new ChargebackReport(
                            payment, reference, usd(amount), usd(returned), "FRAUDULENT");
            var outcome =
                    service.transactions()
                            .execute(_ -> service.chargebacks().handle(report, Instant.now()));
            return isYes(requireNonNull(outcome)) ? Answer.YES : Answer.NO;
        }

        @Override
        public void book(World world, Answer answer) {
            var charge = requireNonNull(world.charges.get(payment.value()));
            var known = world.chargedBack.get(payment + reference);
            if (known == null) {
                must(charge.isCaptured && charge.chargedBack + amount <= charge.amount, this);
                charge.chargedBack += amount;
                known = new ChargedBack(amount, 0);
                var lot = payment.value();
                long revoked = charge.credits > 0 ? world.creditsOf(owner).revoke(lot, amount) : 0;
                var inWallet = Math.min(amount - revoked, world.books.of(available(owner)));
                world.books.move(revoked, Books.UNUSED_CREDITS, CASH);
                world.books.move(inWallet, available(owner), CASH);
                world.books.move(amount - revoked - inWallet, debt(owner), CASH);
            }
            must(known.amount() == amount && returned <= amount, this);
            if (known.returned() == 0 && returned > 0) {
                charge.chargedBack -= returned;
                var owed = Math.min(returned, -world.books.of(debt(owner)));
                world.books.move(owed, CASH, debt(owner));
                world.books.move(returned - owed, CASH, available(owner));
                known = new ChargedBack(amount, returned);
            }
            must(returned == 0 || known.returned() == returned, this);
            world.chargedBack.put(payment + reference, known);
        }

        @Override
        public Set<String> alone() {
            return Set.of("charge " + payment, "wallet " + owner, "credits " + owner);
        }
    }

    record AskBack(CardRefundId id, PaymentIntentId payment, Side owner, long amount, Instant at)
            implements Step {
        @Override
        public Answer send(Service service) {
            return Answer.of(
                    service.refunds()
                            .request(
                                    new RefundOrder(
                                            id, payment, owner, usd(amount), "Too much", at)));
        }

        @Override
        public void book(World world, Answer answer) {
            var charge = requireNonNull(world.charges.get(payment.value()));
            var refund = new CardRefund(payment.value(), owner.party(), amount);
            if (world.cardRefunds.putIfAbsent(id.value(), refund) == null) {
                must(charge.isCaptured, this);
                must(world.books.of(debt(owner.party())) == 0, this);
                must(charge.refunded + charge.chargedBack + amount <= charge.amount, this);
                must(world.books.of(available(owner.party())) >= amount, this);
                must(!world.frozenWallets.contains(owner.party()), this);
            }
            if (answer.tells("RefundApproved")) {
                approve(world, id, this);
            }
        }

        @Override
        public Set<String> alone() {
            return Set.of("charge " + payment, "refund " + id, "wallet " + owner.party());
        }
    }

    private static void approve(World world, CardRefundId id, Object step) {
        var refund = requireNonNull(world.cardRefunds.get(id.value()));
        world.mustBeAbleToPay(refund.owner, refund.amount, step);
        world.books.move(refund.amount, available(refund.owner), TRANSIT);
        refund.isInTransit = true;
        requireNonNull(world.charges.get(refund.payment)).refunded += refund.amount;
    }

    record Review(CardRefundId id, Party owner, UserId by, boolean isGood) implements Step {
        @Override
        public Answer send(Service service) {
            return Answer.of(
                    isGood
                            ? service.refunds().approve(id, by, "Yes")
                            : service.refunds().reject(id, by, "No"));
        }

        @Override
        public void book(World world, Answer answer) {
            if (answer.tells("RefundApproved")) {
                approve(world, id, this);
            }
        }

        @Override
        public Set<String> alone() {
            return Set.of("refund " + id, "wallet " + owner);
        }
    }

    /** What the provider tells of a refund. */
    record Refunded(RefundReport report, Party owner) implements Step {
        @Override
        public Answer send(Service service) {
            return Answer.of(service.refunds().confirm(report));
        }

        @Override
        public void book(World world, Answer answer) {
            var refund = requireNonNull(world.cardRefunds.get(report.refund().value()));
            if (refund.isInTransit && answer.tells("RefundProcessed")) {
                must(
                        report instanceof RefundSent sent
                                && sent.amount().equals(usd(refund.amount)),
                        this);
                world.books.move(refund.amount, TRANSIT, CASH);
                refund.isInTransit = false;
                refund.isProcessed = true;
            } else if (refund.isInTransit && answer.tells("RefundFailed")) {
                world.books.move(refund.amount, TRANSIT, available(owner));
                requireNonNull(world.charges.get(refund.payment)).refunded -= refund.amount;
                refund.isInTransit = false;
            } else if (refund.isProcessed && answer.tells("RefundReturned")) {
                world.books.move(refund.amount, CASH, available(owner));
                requireNonNull(world.charges.get(refund.payment)).refunded -= refund.amount;
                refund.isProcessed = false;
            }
        }

        @Override
        public Set<String> alone() {
            return Set.of("refund " + report.refund());
        }

        @Override
        public Set<String> together() {
            return Set.of("wallet " + owner);
        }
    }

    private static boolean isYes(WebhookOutcome outcome) {
        return outcome == WebhookOutcome.APPLIED || outcome == WebhookOutcome.KNOWN;
    }

    static Money usd(long amount) {
        return Money.of(amount, "USD");
    }

    private CashSteps() {}
}
