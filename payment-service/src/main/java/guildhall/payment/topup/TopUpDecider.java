package guildhall.payment.topup;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.payment.topup.PaymentIntent.Abandoned;
import guildhall.payment.topup.PaymentIntent.Absent;
import guildhall.payment.topup.PaymentIntent.ActionRequired;
import guildhall.payment.topup.PaymentIntent.Cancelled;
import guildhall.payment.topup.PaymentIntent.Created;
import guildhall.payment.topup.PaymentIntent.Declined;
import guildhall.payment.topup.PaymentIntent.Processing;
import guildhall.payment.topup.PaymentIntent.Requested;
import guildhall.payment.topup.PaymentIntent.Succeeded;
import guildhall.payment.topup.TopUpCommand.ConfirmCancellation;
import guildhall.payment.topup.TopUpCommand.ConfirmCapture;
import guildhall.payment.topup.TopUpCommand.ConfirmDecline;
import guildhall.payment.topup.TopUpCommand.GiveUp;
import guildhall.payment.topup.TopUpCommand.NoteAction;
import guildhall.payment.topup.TopUpCommand.NoteProcessing;
import guildhall.payment.topup.TopUpCommand.RequestTopUp;
import guildhall.payment.topup.TopUpEvent.ChargeStarted;
import guildhall.payment.topup.TopUpEvent.PayerAsked;
import guildhall.payment.topup.TopUpEvent.TopUpAbandoned;
import guildhall.payment.topup.TopUpEvent.TopUpCancelled;
import guildhall.payment.topup.TopUpEvent.TopUpDeclined;
import guildhall.payment.topup.TopUpEvent.TopUpRequested;
import guildhall.payment.topup.TopUpEvent.TopUpSucceeded;
import guildhall.payment.topup.TopUpRejection.AmountDiffers;
import guildhall.payment.topup.TopUpRejection.OutcomeContradicted;
import guildhall.payment.topup.TopUpRejection.UnknownIntent;
import guildhall.runtime.decide.Decider;
import guildhall.runtime.decide.Decision;

/** One top-up. What a provider repeats is accepted without events. */
public final class TopUpDecider
        implements Decider<TopUpCommand, PaymentIntent, TopUpEvent, TopUpRejection> {

    @Override
    public PaymentIntent initial() {
        return new Absent();
    }

    @Override
    public Decision<TopUpEvent, TopUpRejection> decide(TopUpCommand command, PaymentIntent state) {
        return switch (command) {
            case RequestTopUp(var topUp) -> request(topUp, state);
            case NoteAction note -> noteAction(note, state);
            case NoteProcessing note -> noteProcessing(note, state);
            case ConfirmCapture capture -> confirmCapture(capture, state);
            case ConfirmDecline decline -> confirmDecline(decline, state);
            case ConfirmCancellation cancellation -> confirmCancellation(cancellation, state);
            case GiveUp giveUp -> giveUp(giveUp, state);
        };
    }

    private static Decision<TopUpEvent, TopUpRejection> request(TopUp topUp, PaymentIntent state) {
        return switch (state) {
            case Absent _ -> accept(new TopUpRequested(topUp));
            case Requested _ -> accept();
        };
    }

    private static Decision<TopUpEvent, TopUpRejection> noteAction(
            NoteAction note, PaymentIntent state) {
        return switch (state) {
            case Created(var topUp) -> accept(new PayerAsked(topUp, note.reference(), note.at()));
            // What the payer has done meanwhile overtook this message.
            case ActionRequired _,
                    Processing _,
                    Succeeded _,
                    Declined _,
                    Abandoned _,
                    Cancelled _ ->
                    accept();
            case Absent _ -> reject(new UnknownIntent());
        };
    }

    private static Decision<TopUpEvent, TopUpRejection> noteProcessing(
            NoteProcessing note, PaymentIntent state) {
        return switch (state) {
            case Created(var topUp) -> accept(new ChargeStarted(topUp, note.reference()));
            case ActionRequired(var topUp, _) -> accept(new ChargeStarted(topUp, note.reference()));
            // The outcome overtook this message.
            case Processing _, Succeeded _, Declined _, Abandoned _, Cancelled _ -> accept();
            case Absent _ -> reject(new UnknownIntent());
        };
    }

    private static Decision<TopUpEvent, TopUpRejection> confirmCapture(
            ConfirmCapture capture, PaymentIntent state) {
        return switch (state) {
            case Created(var topUp) -> succeed(topUp, capture);
            case ActionRequired(var topUp, _) -> succeed(topUp, capture);
            case Processing(var topUp, _) -> succeed(topUp, capture);
            // We had given up, but the money is with us all the same.
            case Abandoned(var topUp, _) -> succeed(topUp, capture);
            case Cancelled(var topUp, _, _) -> succeed(topUp, capture);
            case Succeeded _ -> accept();
            case Declined _ -> reject(new OutcomeContradicted());
            case Absent _ -> reject(new UnknownIntent());
        };
    }

    private static Decision<TopUpEvent, TopUpRejection> succeed(
            TopUp topUp, ConfirmCapture capture) {
        return capture.amount().equals(topUp.amount())
                ? accept(new TopUpSucceeded(topUp, capture.reference(), capture.at()))
                : reject(new AmountDiffers());
    }

    private static Decision<TopUpEvent, TopUpRejection> confirmDecline(
            ConfirmDecline decline, PaymentIntent state) {
        return switch (state) {
            case Created(var topUp) -> accept(declined(topUp, decline));
            case ActionRequired(var topUp, _) -> accept(declined(topUp, decline));
            case Processing(var topUp, _) -> accept(declined(topUp, decline));
            case Declined _, Abandoned _, Cancelled _ -> accept();
            case Succeeded _ -> reject(new OutcomeContradicted());
            case Absent _ -> reject(new UnknownIntent());
        };
    }

    private static TopUpEvent declined(TopUp topUp, ConfirmDecline decline) {
        return new TopUpDeclined(topUp, decline.reference(), decline.reason(), decline.at());
    }

    private static Decision<TopUpEvent, TopUpRejection> confirmCancellation(
            ConfirmCancellation cancellation, PaymentIntent state) {
        return switch (state) {
            case Created(var topUp) -> accept(cancelled(topUp, cancellation));
            case ActionRequired(var topUp, _) -> accept(cancelled(topUp, cancellation));
            case Processing(var topUp, _) -> accept(cancelled(topUp, cancellation));
            case Declined _, Abandoned _, Cancelled _ -> accept();
            case Succeeded _ -> reject(new OutcomeContradicted());
            case Absent _ -> reject(new UnknownIntent());
        };
    }

    private static TopUpEvent cancelled(TopUp topUp, ConfirmCancellation cancellation) {
        return new TopUpCancelled(topUp, cancellation.by(), cancellation.at());
    }

    private static Decision<TopUpEvent, TopUpRejection> giveUp(GiveUp giveUp, PaymentIntent state) {
        return switch (state) {
            case Created(var topUp) -> accept(new TopUpAbandoned(topUp, giveUp.at()));
            // The provider has it after all: its answer decides.
            case ActionRequired _,
                    Processing _,
                    Succeeded _,
                    Declined _,
                    Abandoned _,
                    Cancelled _ ->
                    accept();
            case Absent _ -> reject(new UnknownIntent());
        };
    }

    @Override
    public PaymentIntent evolve(PaymentIntent state, TopUpEvent event) {
        return switch (event) {
            case TopUpRequested(var topUp) when state instanceof Absent -> new Created(topUp);
            case PayerAsked(var topUp, var reference, _) when state instanceof Created ->
                    new ActionRequired(topUp, reference);
            case ChargeStarted(var topUp, var reference) when awaitsProvider(state) ->
                    new Processing(topUp, reference);
            case TopUpSucceeded(var topUp, var reference, var at) when mayStillSucceed(state) ->
                    new Succeeded(topUp, reference, at);
            case TopUpDeclined e when isOpen(state) ->
                    new Declined(e.topUp(), e.reference(), e.reason(), e.at());
            case TopUpCancelled(var topUp, var by, var at) when isOpen(state) ->
                    new Cancelled(topUp, by, at);
            case TopUpAbandoned(var topUp, var at) when state instanceof Created ->
                    new Abandoned(topUp, at);
            case TopUpRequested _,
                    PayerAsked _,
                    ChargeStarted _,
                    TopUpSucceeded _,
                    TopUpDeclined _,
                    TopUpCancelled _,
                    TopUpAbandoned _ ->
                    throw new IllegalStateException(event + " cannot follow " + state);
        };
    }

    private static boolean awaitsProvider(PaymentIntent state) {
        return state instanceof Created || state instanceof ActionRequired;
    }

    private static boolean isOpen(PaymentIntent state) {
        return awaitsProvider(state) || state instanceof Processing;
    }

    private static boolean mayStillSucceed(PaymentIntent state) {
        return isOpen(state) || state instanceof Abandoned || state instanceof Cancelled;
    }
}
