package guildhall.payment.refund;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.payment.approval.Approvals;
import guildhall.payment.approval.Consent.Full;
import guildhall.payment.approval.Consent.Partial;
import guildhall.payment.approval.Consent.SamePerson;
import guildhall.payment.approval.Ruling;
import guildhall.payment.approval.SecondPerson;
import guildhall.payment.refund.Refund.Absent;
import guildhall.payment.refund.Refund.Allowed;
import guildhall.payment.refund.Refund.Approval.Automatic;
import guildhall.payment.refund.Refund.Approval.ByStaff;
import guildhall.payment.refund.Refund.Approved;
import guildhall.payment.refund.Refund.Failed;
import guildhall.payment.refund.Refund.Pending;
import guildhall.payment.refund.Refund.Processed;
import guildhall.payment.refund.Refund.Rejected;
import guildhall.payment.refund.Refund.Requested;
import guildhall.payment.refund.RefundCommand.ApproveRefund;
import guildhall.payment.refund.RefundCommand.ConfirmRefundFailed;
import guildhall.payment.refund.RefundCommand.ConfirmRefunded;
import guildhall.payment.refund.RefundCommand.Means;
import guildhall.payment.refund.RefundCommand.RejectRefund;
import guildhall.payment.refund.RefundCommand.RequestRefund;
import guildhall.payment.refund.RefundEvent.RefundApproved;
import guildhall.payment.refund.RefundEvent.RefundApprovedOnce;
import guildhall.payment.refund.RefundEvent.RefundFailed;
import guildhall.payment.refund.RefundEvent.RefundProcessed;
import guildhall.payment.refund.RefundEvent.RefundRejected;
import guildhall.payment.refund.RefundEvent.RefundRequested;
import guildhall.payment.refund.RefundEvent.RefundReturned;
import guildhall.payment.refund.RefundRejection.AmountDiffers;
import guildhall.payment.refund.RefundRejection.AnotherIsOpen;
import guildhall.payment.refund.RefundRejection.ApprovedByThemAlready;
import guildhall.payment.refund.RefundRejection.MoreThanAvailable;
import guildhall.payment.refund.RefundRejection.MoreThanRefundable;
import guildhall.payment.refund.RefundRejection.NotAwaitingDecision;
import guildhall.payment.refund.RefundRejection.OutcomeContradicted;
import guildhall.payment.refund.RefundRejection.OwesPlatform;
import guildhall.payment.refund.RefundRejection.PaymentNotSettled;
import guildhall.payment.refund.RefundRejection.PaymentOfOtherCurrency;
import guildhall.payment.refund.RefundRejection.ReviewerIsRequester;
import guildhall.payment.refund.RefundRejection.UnknownPayment;
import guildhall.payment.refund.RefundRejection.UnknownRefund;
import guildhall.payment.refund.RefundRejection.WalletFrozen;
import guildhall.payment.topup.PaymentIntent;
import guildhall.payment.topup.PaymentIntent.Succeeded;
import guildhall.payment.topup.TopUp;
import guildhall.runtime.decide.Decider;
import guildhall.runtime.decide.Decision;

/** One refund. What is repeated is accepted without events. */
public final class RefundDecider
        implements Decider<RefundCommand, Refund, RefundEvent, RefundRejection> {

    private final SecondPerson secondPerson;

    public RefundDecider(SecondPerson secondPerson) {
        this.secondPerson = secondPerson;
    }

    @Override
    public Refund initial() {
        return new Absent();
    }

    @Override
    public Decision<RefundEvent, RefundRejection> decide(RefundCommand command, Refund state) {
        return switch (command) {
            case RequestRefund request -> request(request, state);
            case ApproveRefund approve -> approve(approve, state);
            case RejectRefund reject -> rejectRefund(reject, state);
            case ConfirmRefunded refunded -> confirmRefunded(refunded, state);
            case ConfirmRefundFailed failed -> confirmFailed(failed, state);
        };
    }

    private static Decision<RefundEvent, RefundRejection> request(
            RequestRefund request, Refund state) {
        if (state instanceof Requested) {
            return accept();
        }
        var order = request.order();
        return switch (request.payment()) {
            case PaymentIntent.Requested payment when !isOwned(payment.topUp(), order) ->
                    reject(new UnknownPayment());
            case Succeeded(var topUp, _, _) -> request(order, topUp, request.means());
            case PaymentIntent.Requested _ -> reject(new PaymentNotSettled());
            case PaymentIntent.Absent _ -> reject(new UnknownPayment());
        };
    }

    private static boolean isOwned(TopUp payment, RefundOrder order) {
        return payment.owner().party().equals(order.owner().party());
    }

    private static Decision<RefundEvent, RefundRejection> request(
            RefundOrder order, TopUp payment, Means means) {
        if (!order.amount().currency().equals(payment.amount().currency())) {
            return reject(new PaymentOfOtherCurrency());
        }
        if (means.hasOpenRefund()) {
            return reject(new AnotherIsOpen());
        }
        if (means.isFrozen()) {
            return reject(new WalletFrozen());
        }
        if (means.owesUs()) {
            return reject(new OwesPlatform());
        }
        if (minus(payment.amount(), means.usedUp()).isLessThan(order.amount())) {
            return reject(new MoreThanRefundable());
        }
        if (means.available().isLessThan(order.amount())) {
            return reject(new MoreThanAvailable());
        }
        var requested = new RefundRequested(order);
        return minus(means.available(), means.earned()).isLessThan(order.amount())
                ? accept(requested)
                : accept(
                        requested, new RefundApproved(order, new Automatic(), order.requestedAt()));
    }

    private static Money minus(Money amount, Money other) {
        return amount.isLessThan(other) ? Money.zero(amount.currency()) : amount.minus(other);
    }

    private Decision<RefundEvent, RefundRejection> approve(ApproveRefund approve, Refund state) {
        var by = approve.ruling().by();
        return switch (state) {
            case Pending(var order, _) when isOwn(order, by) -> reject(new ReviewerIsRequester());
            case Pending _ when approve.isFrozen() -> reject(new WalletFrozen());
            case Pending(var order, _) when approve.available().isLessThan(order.amount()) ->
                    reject(new MoreThanAvailable());
            case Pending(var order, var before) -> approve(order, before, approve.ruling());
            // A retry finds its own result, also when the provider was faster.
            case Allowed allowed
                    when allowed.approval() instanceof ByStaff(var them) && them.areBy(by) ->
                    accept();
            case Allowed _, Rejected _ -> reject(new NotAwaitingDecision());
            case Absent _ -> reject(new UnknownRefund());
        };
    }

    private Decision<RefundEvent, RefundRejection> approve(
            RefundOrder order, Approvals before, Ruling ruling) {
        return switch (secondPerson.consent(order.amount(), before, ruling)) {
            case Full(var approvals) ->
                    accept(new RefundApproved(order, new ByStaff(approvals), ruling.at()));
            case Partial(var approvals) -> accept(new RefundApprovedOnce(order, approvals));
            case SamePerson _ -> reject(new ApprovedByThemAlready());
        };
    }

    private static Decision<RefundEvent, RefundRejection> rejectRefund(
            RejectRefund command, Refund state) {
        var by = command.ruling().by();
        return switch (state) {
            case Pending(var order, _) when isOwn(order, by) -> reject(new ReviewerIsRequester());
            case Pending(var order, _) -> accept(new RefundRejected(order, command.ruling()));
            case Rejected rejected when rejected.ruling().by().equals(by) -> accept();
            case Allowed _, Rejected _ -> reject(new NotAwaitingDecision());
            case Absent _ -> reject(new UnknownRefund());
        };
    }

    private static boolean isOwn(RefundOrder order, UserId reviewer) {
        return order.owner().user().equals(reviewer);
    }

    private static Decision<RefundEvent, RefundRejection> confirmRefunded(
            ConfirmRefunded refunded, Refund state) {
        return switch (state) {
            case Approved(var order, _, _) ->
                    refunded.amount().equals(order.amount())
                            ? accept(
                                    new RefundProcessed(order, refunded.reference(), refunded.at()))
                            : reject(new AmountDiffers());
            case Processed _ -> accept();
            // The money went back to the card, but we know of no permission: people have to look.
            case Pending _, Rejected _, Failed _ -> reject(new OutcomeContradicted());
            case Absent _ -> reject(new UnknownRefund());
        };
    }

    private static Decision<RefundEvent, RefundRejection> confirmFailed(
            ConfirmRefundFailed failed, Refund state) {
        return switch (state) {
            case Approved(var order, _, _) ->
                    accept(new RefundFailed(order, failed.reason(), failed.at()));
            case Processed(var order, _, _, _) ->
                    accept(new RefundReturned(order, failed.reason(), failed.at()));
            case Failed _ -> accept();
            case Pending _, Rejected _ -> reject(new OutcomeContradicted());
            case Absent _ -> reject(new UnknownRefund());
        };
    }

    @Override
    public Refund evolve(Refund state, RefundEvent event) {
        return switch (event) {
            case RefundRequested(var order) when state instanceof Absent ->
                    new Pending(order, Approvals.NONE);
            case RefundApprovedOnce e when state instanceof Pending ->
                    new Pending(e.order(), e.approvals());
            case RefundApproved e when state instanceof Pending ->
                    new Approved(e.order(), e.approval(), e.at());
            case RefundRejected e when state instanceof Pending pending ->
                    new Rejected(e.order(), pending.approvals(), e.ruling());
            case RefundProcessed e when state instanceof Approved approved ->
                    new Processed(e.order(), approved.approval(), e.reference(), e.at());
            case RefundFailed e when state instanceof Approved approved ->
                    new Failed(e.order(), approved.approval(), e.reason(), e.at());
            case RefundReturned e when state instanceof Processed processed ->
                    new Failed(e.order(), processed.approval(), e.reason(), e.at());
            case RefundRequested _,
                    RefundApprovedOnce _,
                    RefundApproved _,
                    RefundRejected _,
                    RefundProcessed _,
                    RefundFailed _,
                    RefundReturned _ ->
                    throw new IllegalStateException(event + " cannot follow " + state);
        };
    }
}
