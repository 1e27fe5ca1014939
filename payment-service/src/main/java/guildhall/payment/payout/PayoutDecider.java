package guildhall.payment.payout;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.messages.id.UserId;
import guildhall.payment.payout.Payout.Absent;
import guildhall.payment.payout.Payout.Cancelled;
import guildhall.payment.payout.Payout.Completed;
import guildhall.payment.payout.Payout.Failed;
import guildhall.payment.payout.Payout.Pending;
import guildhall.payment.payout.Payout.Processing;
import guildhall.payment.payout.Payout.Requested;
import guildhall.payment.payout.PayoutCommand.ApprovePayout;
import guildhall.payment.payout.PayoutCommand.CancelPayout;
import guildhall.payment.payout.PayoutCommand.ConfirmPaid;
import guildhall.payment.payout.PayoutCommand.ConfirmRefused;
import guildhall.payment.payout.PayoutCommand.DeclinePayout;
import guildhall.payment.payout.PayoutCommand.RequestPayout;
import guildhall.payment.payout.PayoutCommand.SubmitPayout;
import guildhall.payment.payout.PayoutEvent.PayoutApproved;
import guildhall.payment.payout.PayoutEvent.PayoutCancelled;
import guildhall.payment.payout.PayoutEvent.PayoutCompleted;
import guildhall.payment.payout.PayoutEvent.PayoutFailed;
import guildhall.payment.payout.PayoutEvent.PayoutPostponed;
import guildhall.payment.payout.PayoutEvent.PayoutRequested;
import guildhall.payment.payout.PayoutEvent.PayoutSubmitted;
import guildhall.payment.payout.PayoutRejection.AmountDiffers;
import guildhall.payment.payout.PayoutRejection.NotAwaitingReview;
import guildhall.payment.payout.PayoutRejection.OutcomeContradicted;
import guildhall.payment.payout.PayoutRejection.ReviewerIsRequester;
import guildhall.payment.payout.PayoutRejection.TooLate;
import guildhall.payment.payout.PayoutRejection.UnknownPayout;
import guildhall.payment.payout.Review.ApprovedBy;
import guildhall.payment.payout.Review.Awaited;
import guildhall.payment.payout.Review.NotNeeded;
import guildhall.runtime.decide.Decider;
import guildhall.runtime.decide.Decision;

/** One payout. What is repeated is accepted without events. */
public final class PayoutDecider
        implements Decider<PayoutCommand, Payout, PayoutEvent, PayoutRejection> {
    /** Why a payout failed that the review did not allow. */
    public static final String DECLINED_BY_REVIEW = "DECLINED_BY_REVIEW";

    private final PayoutPolicy policy;

    public PayoutDecider(PayoutPolicy policy) {
        this.policy = policy;
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

    private static Decision<PayoutEvent, PayoutRejection> approve(
            ApprovePayout approve, Payout state) {
        return switch (state) {
            case Pending p when p.review() instanceof Awaited && isOwn(p, approve.by()) ->
                    reject(new ReviewerIsRequester());
            case Pending p when p.review() instanceof Awaited ->
                    accept(new PayoutApproved(p.order(), approve.by(), approve.at()));
            case Pending p
                    when p.review() instanceof ApprovedBy(var user, _)
                            && user.equals(approve.by()) ->
                    accept();
            case Pending _, Processing _, Completed _, Failed _, Cancelled _ ->
                    reject(new NotAwaitingReview());
            case Absent _ -> reject(new UnknownPayout());
        };
    }

    private static Decision<PayoutEvent, PayoutRejection> decline(
            DeclinePayout decline, Payout state) {
        return switch (state) {
            case Pending p when p.review() instanceof Awaited && isOwn(p, decline.by()) ->
                    reject(new ReviewerIsRequester());
            case Pending p when p.review() instanceof Awaited ->
                    accept(new PayoutFailed(p.order(), DECLINED_BY_REVIEW, false, decline.at()));
            case Failed f when f.reason().equals(DECLINED_BY_REVIEW) -> accept();
            case Pending _, Processing _, Completed _, Failed _, Cancelled _ ->
                    reject(new NotAwaitingReview());
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
            case Processing _, Completed _, Failed _ -> reject(new TooLate());
            case Absent _ -> reject(new UnknownPayout());
        };
    }

    private static Decision<PayoutEvent, PayoutRejection> submit(
            SubmitPayout submit, Payout state) {
        return switch (state) {
            case Pending p when p.review() instanceof Awaited -> accept();
            case Pending p when submit.at().isBefore(p.dueAt()) -> accept();
            case Pending p -> accept(new PayoutSubmitted(p.order(), p.tries() + 1, submit.at()));
            case Processing _, Completed _, Failed _, Cancelled _ -> accept();
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
            // Something was paid that we believe was not: people have to look.
            case Processing _, Completed _, Pending _, Failed _, Cancelled _ ->
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
            case Failed _, Cancelled _ -> accept();
            case Processing _, Pending _, Completed _ -> reject(new OutcomeContradicted());
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
                            needsReview ? new Awaited() : new NotNeeded(),
                            0,
                            order.requestedAt());
            case PayoutApproved(var order, var by, var at) when state instanceof Pending p ->
                    new Pending(order, new ApprovedBy(by, at), p.tries(), p.dueAt());
            case PayoutSubmitted(var order, var attempt, var at) when state instanceof Pending p ->
                    new Processing(order, p.review(), attempt, at);
            case PayoutPostponed e when state instanceof Processing p ->
                    new Pending(e.order(), p.review(), e.attempt(), e.until());
            case PayoutCompleted e when state instanceof Processing p ->
                    new Completed(e.order(), p.attempt(), e.reference(), e.at());
            case PayoutFailed e when isOpen(state) -> new Failed(e.order(), e.reason(), e.at());
            case PayoutCancelled(var order, var at) when state instanceof Pending ->
                    new Cancelled(order, at);
            case PayoutRequested _,
                    PayoutApproved _,
                    PayoutSubmitted _,
                    PayoutPostponed _,
                    PayoutCompleted _,
                    PayoutFailed _,
                    PayoutCancelled _ ->
                    throw new IllegalStateException(event + " cannot follow " + state);
        };
    }

    private static boolean isOpen(Payout state) {
        return state instanceof Pending || state instanceof Processing;
    }
}
