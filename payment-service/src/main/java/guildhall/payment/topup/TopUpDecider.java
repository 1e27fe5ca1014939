package guildhall.payment.topup;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.payment.topup.PaymentIntent.Abandoned;
import guildhall.payment.topup.PaymentIntent.Absent;
import guildhall.payment.topup.PaymentIntent.Created;
import guildhall.payment.topup.PaymentIntent.Declined;
import guildhall.payment.topup.PaymentIntent.Processing;
import guildhall.payment.topup.PaymentIntent.Requested;
import guildhall.payment.topup.PaymentIntent.Succeeded;
import guildhall.payment.topup.TopUpCommand.ConfirmCapture;
import guildhall.payment.topup.TopUpCommand.ConfirmDecline;
import guildhall.payment.topup.TopUpCommand.GiveUp;
import guildhall.payment.topup.TopUpCommand.NoteProcessing;
import guildhall.payment.topup.TopUpCommand.RequestTopUp;
import guildhall.payment.topup.TopUpEvent.ChargeStarted;
import guildhall.payment.topup.TopUpEvent.TopUpAbandoned;
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
            case NoteProcessing note -> noteProcessing(note, state);
            case ConfirmCapture capture -> confirmCapture(capture, state);
            case ConfirmDecline decline -> confirmDecline(decline, state);
            case GiveUp giveUp -> giveUp(giveUp, state);
        };
    }

    private static Decision<TopUpEvent, TopUpRejection> request(TopUp topUp, PaymentIntent state) {
        return switch (state) {
            case Absent _ -> accept(new TopUpRequested(topUp));
            case Requested _ -> accept();
        };
    }

    private static Decision<TopUpEvent, TopUpRejection> noteProcessing(
            NoteProcessing note, PaymentIntent state) {
        return switch (state) {
            case Created(var topUp) -> accept(new ChargeStarted(topUp, note.reference()));
            // The outcome overtook this message.
            case Processing _, Succeeded _, Declined _, Abandoned _ -> accept();
            case Absent _ -> reject(new UnknownIntent());
        };
    }

    private static Decision<TopUpEvent, TopUpRejection> confirmCapture(
            ConfirmCapture capture, PaymentIntent state) {
        return switch (state) {
            case Created(var topUp) -> succeed(topUp, capture);
            case Processing(var topUp, _) -> succeed(topUp, capture);
            // We had given up, but the money is with us all the same.
            case Abandoned(var topUp, _) -> succeed(topUp, capture);
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
            case Processing(var topUp, _) -> accept(declined(topUp, decline));
            case Declined _, Abandoned _ -> accept();
            case Succeeded _ -> reject(new OutcomeContradicted());
            case Absent _ -> reject(new UnknownIntent());
        };
    }

    private static TopUpEvent declined(TopUp topUp, ConfirmDecline decline) {
        return new TopUpDeclined(topUp, decline.reference(), decline.reason(), decline.at());
    }

    private static Decision<TopUpEvent, TopUpRejection> giveUp(GiveUp giveUp, PaymentIntent state) {
        return switch (state) {
            case Created(var topUp) -> accept(new TopUpAbandoned(topUp, giveUp.at()));
            // The provider has it after all: its answer decides.
            case Processing _, Succeeded _, Declined _, Abandoned _ -> accept();
            case Absent _ -> reject(new UnknownIntent());
        };
    }

    @Override
    public PaymentIntent evolve(PaymentIntent state, TopUpEvent event) {
        return switch (event) {
            case TopUpRequested(var topUp) when state instanceof Absent -> new Created(topUp);
            case ChargeStarted(var topUp, var reference) when state instanceof Created ->
                    new Processing(topUp, reference);
            case TopUpSucceeded(var topUp, var reference, var at) when mayStillSucceed(state) ->
                    new Succeeded(topUp, reference, at);
            case TopUpDeclined e when state instanceof Created || state instanceof Processing ->
                    new Declined(e.topUp(), e.reference(), e.reason(), e.at());
            case TopUpAbandoned(var topUp, var at) when state instanceof Created ->
                    new Abandoned(topUp, at);
            case TopUpRequested _,
                    ChargeStarted _,
                    TopUpSucceeded _,
                    TopUpDeclined _,
                    TopUpAbandoned _ ->
                    throw new IllegalStateException(event + " cannot follow " + state);
        };
    }

    private static boolean mayStillSucceed(PaymentIntent state) {
        return state instanceof Created
                || state instanceof Processing
                || state instanceof Abandoned;
    }
}
