package guildhall.payment.payout;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.messages.id.UserId;
import guildhall.payment.approval.Approvals;
import guildhall.payment.approval.Consent.Full;
import guildhall.payment.approval.Consent.Partial;
import guildhall.payment.approval.Consent.SamePerson;
import guildhall.payment.approval.Ruling;
import guildhall.payment.approval.SecondPerson;
import guildhall.payment.payout.Payout.Absent;
import guildhall.payment.payout.Payout.Cancelled;
import guildhall.payment.payout.Payout.Completed;
import guildhall.payment.payout.Payout.Failed;
import guildhall.payment.payout.Payout.Pending;
import guildhall.payment.payout.Payout.Processing;
import guildhall.payment.payout.Payout.Requested;
import guildhall.payment.payout.Payout.Returned;
import guildhall.payment.payout.PayoutCommand.ApprovePayout;
import guildhall.payment.payout.PayoutCommand.CancelPayout;
import guildhall.payment.payout.PayoutCommand.ConfirmPaid;
import guildhall.payment.payout.PayoutCommand.ConfirmRefused;
import guildhall.payment.payout.PayoutCommand.ConfirmReturned;
import guildhall.payment.payout.PayoutCommand.DeclinePayout;
import guildhall.payment.payout.PayoutCommand.RequestPayout;
import guildhall.payment.payout.PayoutCommand.SubmitPayout;
import guildhall.payment.payout.PayoutEvent.PayoutApproved;
import guildhall.payment.payout.PayoutEvent.PayoutApprovedOnce;
import guildhall.payment.payout.PayoutEvent.PayoutCancelled;
import guildhall.payment.payout.PayoutEvent.PayoutCompleted;
import guildhall.payment.payout.PayoutEvent.PayoutDeclined;
import guildhall.payment.payout.PayoutEvent.PayoutFailed;
import guildhall.payment.payout.PayoutEvent.PayoutPostponed;
import guildhall.payment.payout.PayoutEvent.PayoutRequested;
import guildhall.payment.payout.PayoutEvent.PayoutReturned;
import guildhall.payment.payout.PayoutEvent.PayoutSubmitted;
import guildhall.payment.payout.PayoutRejection.AmountDiffers;
import guildhall.payment.payout.PayoutRejection.ApprovedByThemAlready;
import guildhall.payment.payout.PayoutRejection.NotAwaitingReview;
import guildhall.payment.payout.PayoutRejection.OutcomeContradicted;
import guildhall.payment.payout.PayoutRejection.ReviewerIsRequester;
import guildhall.payment.payout.PayoutRejection.TooLate;
import guildhall.payment.payout.PayoutRejection.UnknownPayout;
import guildhall.payment.payout.Review.Approved;
import guildhall.payment.payout.Review.Awaited;
import guildhall.payment.payout.Review.Declined;
import guildhall.payment.payout.Review.NotNeeded;
import guildhall.runtime.decide.Decider;
import guildhall.runtime.decide.Decision;

/** One payout. What is repeated is accepted without events. */
public final class PayoutDecider
        implements Decider<PayoutCommand, Payout, PayoutEvent, PayoutRejection> {
    /** Why a payout failed that the review did not allow. */
    public static final String DECLINED_BY_REVIEW = "DECLINED_BY_REVIEW";

    private final PayoutPolicy policy;
    private final SecondPerson secondPerson;

    public PayoutDecider(PayoutPolicy policy, SecondPerson secondPerson) {
        this.policy = policy;
        this.secondPerson = secondPerson;
    }

    @Override
    public Payout initial() {
        return new Absent();
    }

    @Override
    public Decision<PayoutEvent, PayoutRejection> decide(PayoutCommand command, Payout state) {
        return switch (command) {
            case RequestPayout request -> request(request, state);
            case ApprovePayout approve -> approve(approve, state);
            case DeclinePayout decline -> decline(decline, state);
            case CancelPayout cancel -> cancel(cancel, state);
            case SubmitPayout submit -> submit(submit, state);
            case ConfirmPaid paid -> confirmPaid(paid, state);
            case ConfirmRefused refused -> confirmRefused(refused, state);
            case ConfirmReturned returned -> confirmReturned(returned, state);
        };
    }

    private Decision<PayoutEvent, PayoutRejection> request(RequestPayout request, Payout state) {
        if (state instanceof Requested) {
            return accept();
        }
        return RequestRules.objection(request, policy)
                .map(Decision::<PayoutEvent, PayoutRejection>reject)
                .orElseGet(() ->
                        accept(
                                new PayoutRequested(
                                        request.order(),
                                        policy.needsReview(request.order().amount()))));
    }

    private Decision<PayoutEvent, PayoutRejection> approve(ApprovePayout approve, Payout state) {
        var by = approve.ruling().by();
        return switch (state) {
            case Pending p when p.review() instanceof Awaited && isOwn(p, by) ->
                    reject(new ReviewerIsRequester());
            case Pending p when p.review() instanceof Awaited(var before) ->
                    approve(p.order(), before, approve.ruling());
            // A retry finds its own result, also when the provider was faster.
            case Requested r when r.review() instanceof Approved(var them) && them.areBy(by) ->
                    accept();
            case Requested _ -> reject(new NotAwaitingReview());
            case Absent _ -> reject(new UnknownPayout());
        };
    }

    private Decision<PayoutEvent, PayoutRejection> approve(
            PayoutOrder order, Approvals before, Ruling ruling) {
        return switch (secondPerson.consent(order.amount(), before, ruling)) {
            case Full(var approvals) -> accept(new PayoutApproved(order, approvals));
            case Partial(var approvals) -> accept(new PayoutApprovedOnce(order, approvals));
            case SamePerson _ -> reject(new ApprovedByThemAlready());
        };
    }

    private static Decision<PayoutEvent, PayoutRejection> decline(
            DeclinePayout decline, Payout state) {
        var by = decline.ruling().by();
        return switch (state) {
            case Pending p when p.review() instanceof Awaited && isOwn(p, by) ->
                    reject(new ReviewerIsRequester());
            case Pending p when p.review() instanceof Awaited ->
                    accept(new PayoutDeclined(p.order(), decline.ruling()));
            case Requested r
                    when r.review() instanceof Declined(_, var ruling) && ruling.by().equals(by) ->
                    accept();
            case Requested _ -> reject(new NotAwaitingReview());
            case Absent _ -> reject(new UnknownPayout());
        };
    }

    private static boolean isOwn(Pending payout, UserId reviewer) {
        return payout.order().owner().user().equals(reviewer);
    }

    private static Decision<PayoutEvent, PayoutRejection> cancel(
            CancelPayout cancel, Payout state) {
        return switch (state) {
            case Pending p -> accept(new PayoutCancelled(p.order(), cancel.at()));
            case Cancelled _ -> accept();
            case Processing _, Completed _, Returned _, Failed _ -> reject(new TooLate());
            case Absent _ -> reject(new UnknownPayout());
        };
    }

    private static Decision<PayoutEvent, PayoutRejection> submit(
            SubmitPayout submit, Payout state) {
        return switch (state) {
            case Pending p when p.review() instanceof Awaited -> accept();
            case Pending p when submit.at().isBefore(p.dueAt()) -> accept();
            case Pending p -> accept(new PayoutSubmitted(p.order(), p.tries() + 1, submit.at()));
            case Processing _, Completed _, Returned _, Failed _, Cancelled _ -> accept();
            case Absent _ -> reject(new UnknownPayout());
        };
    }

    private static Decision<PayoutEvent, PayoutRejection> confirmPaid(
            ConfirmPaid paid, Payout state) {
        return switch (state) {
            case Processing p when paid.attempt() == p.attempt() ->
                    paid.net().equals(p.order().net())
                            ? accept(new PayoutCompleted(p.order(), paid.reference(), paid.at()))
                            : reject(new AmountDiffers());
            case Completed c when paid.attempt() == c.attempt() -> accept();
            case Returned r when paid.attempt() == r.paid().attempt() -> accept();
            // Something was paid that we believe was not: people have to look.
            case Processing _, Completed _, Returned _, Pending _, Failed _, Cancelled _ ->
                    reject(new OutcomeContradicted());
            case Absent _ -> reject(new UnknownPayout());
        };
    }

    private Decision<PayoutEvent, PayoutRejection> confirmRefused(
            ConfirmRefused refused, Payout state) {
        return switch (state) {
            case Processing p when refused.attempt() == p.attempt() -> accept(refused(refused, p));
            case Processing p when refused.attempt() < p.attempt() -> accept();
            case Pending p when refused.attempt() <= p.tries() -> accept();
            case Completed c when refused.attempt() < c.attempt() -> accept();
            // Some providers have no other word for what came back.
            case Completed c when refused.attempt() == c.attempt() ->
                    accept(new PayoutReturned(c.order(), refused.reason(), refused.at()));
            case Returned r when refused.attempt() <= r.paid().attempt() -> accept();
            case Failed _, Cancelled _ -> accept();
            case Processing _, Pending _, Completed _, Returned _ ->
                    reject(new OutcomeContradicted());
            case Absent _ -> reject(new UnknownPayout());
        };
    }

    /** The word that it was paid may come later, or never. */
    private static Decision<PayoutEvent, PayoutRejection> confirmReturned(
            ConfirmReturned returned, Payout state) {
        return switch (state) {
            case Requested r when !returned.net().equals(r.order().net()) ->
                    reject(new AmountDiffers());
            case Processing p when returned.attempt() == p.attempt() ->
                    accept(
                            new PayoutCompleted(p.order(), returned.reference(), returned.at()),
                            new PayoutReturned(p.order(), returned.reason(), returned.at()));
            case Completed c when returned.attempt() == c.attempt() ->
                    accept(new PayoutReturned(c.order(), returned.reason(), returned.at()));
            case Returned r when returned.attempt() == r.paid().attempt() -> accept();
            case Requested _ -> reject(new OutcomeContradicted());
            case Absent _ -> reject(new UnknownPayout());
        };
    }

    private PayoutEvent refused(ConfirmRefused refused, Processing payout) {
        var order = payout.order();
        var mayTryAgain =
                refused.kind() == RefusalKind.TEMPORARY && payout.attempt() < policy.mostTries();
        return mayTryAgain
                ? new PayoutPostponed(
                        order,
                        payout.attempt(),
                        refused.reason(),
                        refused.at().plus(policy.retryAfter().multipliedBy(payout.attempt())))
                : new PayoutFailed(
                        order,
                        refused.reason(),
                        refused.kind() == RefusalKind.DESTINATION_REJECTED,
                        refused.at());
    }

    @Override
    public Payout evolve(Payout state, PayoutEvent event) {
        return switch (event) {
            case PayoutRequested(var order, var needsReview) when state instanceof Absent ->
                    new Pending(
                            order,
                            needsReview ? new Awaited(Approvals.NONE) : new NotNeeded(),
                            0,
                            order.requestedAt());
            case PayoutApprovedOnce(var order, var approvals) when state instanceof Pending p ->
                    new Pending(order, new Awaited(approvals), p.tries(), p.dueAt());
            case PayoutApproved(var order, var approvals) when state instanceof Pending p ->
                    new Pending(order, new Approved(approvals), p.tries(), p.dueAt());
            case PayoutDeclined(var order, var ruling)
                    when state instanceof Pending(_, Awaited(var before), _, _) ->
                    new Failed(
                            order, new Declined(before, ruling), DECLINED_BY_REVIEW, ruling.at());
            case PayoutSubmitted(var order, var attempt, var at) when state instanceof Pending p ->
                    new Processing(order, p.review(), attempt, at);
            case PayoutPostponed e when state instanceof Processing p ->
                    new Pending(e.order(), p.review(), e.attempt(), e.until());
            case PayoutCompleted e when state instanceof Processing p ->
                    new Completed(e.order(), p.review(), p.attempt(), e.reference(), e.at());
            case PayoutReturned e when state instanceof Completed paid ->
                    new Returned(paid, e.reason(), e.at());
            case PayoutFailed e when state instanceof Processing p ->
                    new Failed(e.order(), p.review(), e.reason(), e.at());
            case PayoutCancelled(var order, var at) when state instanceof Pending p ->
                    new Cancelled(order, p.review(), at);
            case PayoutRequested _,
                    PayoutApprovedOnce _,
                    PayoutApproved _,
                    PayoutDeclined _,
                    PayoutSubmitted _,
                    PayoutPostponed _,
                    PayoutCompleted _,
                    PayoutReturned _,
                    PayoutFailed _,
                    PayoutCancelled _ ->
                    throw new IllegalStateException(event + " cannot follow " + state);
        };
    }
}
