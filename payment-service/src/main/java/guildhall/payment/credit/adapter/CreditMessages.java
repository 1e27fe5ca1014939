package guildhall.payment.credit.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.messages.party.Party;
import guildhall.messages.payment.CreditCommands;
import guildhall.messages.payment.CreditCommands.ConsumeCreditsV1;
import guildhall.messages.payment.CreditCommands.ReleaseCreditsV1;
import guildhall.messages.payment.CreditCommands.ReserveCreditsV1;
import guildhall.messages.payment.CreditEvents;
import guildhall.messages.payment.CreditEvents.CreditCommandRejectedV1;
import guildhall.messages.payment.CreditEvents.CreditReservationFailedV1;
import guildhall.messages.payment.CreditEvents.CreditsConsumedV1;
import guildhall.messages.payment.CreditEvents.CreditsExpiredV1;
import guildhall.messages.payment.CreditEvents.CreditsReleasedV1;
import guildhall.messages.payment.CreditEvents.CreditsReservedV1;
import guildhall.payment.credit.CreditAccount;
import guildhall.payment.credit.CreditCommand.ConsumeCredits;
import guildhall.payment.credit.CreditCommand.OfTask;
import guildhall.payment.credit.CreditCommand.ReleaseCredits;
import guildhall.payment.credit.CreditCommand.ReserveCredits;
import guildhall.payment.credit.CreditEvent;
import guildhall.payment.credit.CreditEvent.CreditsConsumed;
import guildhall.payment.credit.CreditEvent.CreditsExpired;
import guildhall.payment.credit.CreditRejection;
import guildhall.payment.credit.CreditRejection.InsufficientCredits;
import guildhall.payment.credit.CreditRejection.MoreThanReserved;
import guildhall.payment.credit.CreditRejection.OwesPlatform;
import guildhall.payment.credit.CreditRejection.TermsDiffer;
import guildhall.payment.credit.CreditRejection.TooMany;
import guildhall.payment.credit.CreditRejection.UnknownLot;
import guildhall.payment.credit.CreditRejection.UnknownReservation;
import guildhall.payment.credit.Reservation;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.message.MalformedMessageException;
import guildhall.runtime.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes commands about tasks, and answers each from the state that it left behind. */
@Component
class CreditMessages {
    private final CreditTransactions credits;
    private final Outbox outbox;
    private final Clock clock;

    CreditMessages(CreditTransactions credits, Outbox outbox, Clock clock) {
        this.credits = credits;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Joins the transaction that has recorded the command in the inbox.
     *
     * @throws MalformedMessageException when it asks to move nothing
     */
    void handle(CreditCommands message) {
        var command = command(message);
        var outcome = credits.handle(message.owner(), command);
        switch (outcome.decision()) {
            case Accepted(var events) -> {
                outbox.add(answer(message.owner(), command, outcome.account()));
                addExpired(message.owner(), events, outcome.account());
            }
            case Rejected(var reason) ->
                    outbox.add(rejection(message.owner(), command, code(reason)));
        }
    }

    void addExpired(Party owner, List<CreditEvent> events, CreditAccount account) {
        for (var event : events) {
            if (event instanceof CreditsExpired(var part, var at)) {
                outbox.add(new CreditsExpiredV1(owner, part.units(), account.available(), at));
            }
        }
    }

    private OfTask command(CreditCommands message) {
        var now = clock.instant().truncatedTo(MICROS);
        try {
            return command(message, now);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException("No credits: " + message.getClass(), e);
        }
    }

    private static OfTask command(CreditCommands message, Instant now) {
        return switch (message) {
            case ReserveCreditsV1(_, var task, int units) -> new ReserveCredits(task, units, now);
            case ReleaseCreditsV1(_, var task, int units) -> new ReleaseCredits(task, units, now);
            case ConsumeCreditsV1(_, var task, int units, var title, var talent) ->
                    new ConsumeCredits(task, units, talent, title, now);
        };
    }

    private static CreditEvents answer(Party owner, OfTask command, CreditAccount account) {
        var reservation = account.reservation(command.task()).orElseThrow();
        return switch (command) {
            case ReserveCredits _ ->
                    new CreditsReservedV1(
                            owner,
                            reservation.task(),
                            reservation.units(),
                            account.available(),
                            reservation.at());
            case ReleaseCredits _ ->
                    new CreditsReleasedV1(
                            owner,
                            reservation.task(),
                            reservation.releasedUnits(),
                            account.available(),
                            reservation.release().orElseThrow().at());
            case ConsumeCredits _ -> consumed(owner, reservation);
        };
    }

    private static CreditsConsumedV1 consumed(Party owner, Reservation reservation) {
        CreditsConsumed done = reservation.consumption().orElseThrow();
        return new CreditsConsumedV1(
                owner,
                done.task(),
                reservation.consumedUnits(),
                done.talent(),
                done.split().value(),
                done.split().talentShare(),
                done.split().fee(),
                done.at());
    }

    private static CreditEvents rejection(Party owner, OfTask command, String reason) {
        return switch (command) {
            case ReserveCredits(var task, int units, var at) ->
                    new CreditReservationFailedV1(owner, task, units, reason, at);
            case ReleaseCredits(var task, _, var at) ->
                    new CreditCommandRejectedV1(owner, task, "RELEASE", reason, at);
            case ConsumeCredits consume ->
                    new CreditCommandRejectedV1(
                            owner, consume.task(), "CONSUME", reason, consume.at());
        };
    }

    private static String code(CreditRejection reason) {
        return switch (reason) {
            case InsufficientCredits _ -> "INSUFFICIENT_CREDITS";
            case OwesPlatform _ -> "DEBT_OUTSTANDING";
            case UnknownReservation _ -> "UNKNOWN_RESERVATION";
            case MoreThanReserved _ -> "MORE_THAN_RESERVED";
            case TermsDiffer _ -> "TERMS_DIFFER";
            case UnknownLot _, TooMany _ ->
                    throw new IllegalStateException("No command about a task ends in " + reason);
        };
    }
}
