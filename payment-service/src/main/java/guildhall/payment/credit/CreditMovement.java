package guildhall.payment.credit;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of a credit statement.
 *
 * @param number grows with time
 * @param available what it added to the units that can be reserved
 * @param reserved what it added to the reserved ones
 * @param reference the lot or task
 */
public record CreditMovement(
        long number,
        Kind kind,
        int available,
        int reserved,
        int availableAfter,
        int reservedAfter,
        UUID reference,
        Instant at) {

    public enum Kind {
        PURCHASE,
        BONUS,
        /** Set aside for a task. */
        RESERVATION,
        /** Back from a task. */
        REFUND,
        /** Used up by a task. */
        USAGE,
        EXPIRY,
        /** The payment was taken back. */
        REVOCATION
    }

    /** The statement line of an event on the account that it left behind. */
    public static CreditMovement of(CreditEvent event, long number, CreditAccount after) {
        return switch (event) {
            case CreditEvent.CreditsAdded(var lot) ->
                    new CreditMovement(
                            number,
                            lot.kind() == Lot.Kind.PURCHASE ? Kind.PURCHASE : Kind.BONUS,
                            lot.units(),
                            0,
                            after.available(),
                            after.reserved(),
                            lot.id().value(),
                            event.at());
            case CreditEvent.CreditsExpired(var part, _) ->
                    gone(Kind.EXPIRY, part, event, number, after);
            case CreditEvent.CreditsRevoked(var part, _) ->
                    gone(Kind.REVOCATION, part, event, number, after);
            case CreditEvent.CreditsReserved reserved ->
                    ofTask(
                            new Change(
                                    Kind.RESERVATION,
                                    -Reservation.units(reserved.parts()),
                                    Reservation.units(reserved.parts()),
                                    reserved.task().value()),
                            event,
                            number,
                            after);
            case CreditEvent.CreditsReleased released ->
                    ofTask(
                            new Change(
                                    Kind.REFUND,
                                    Reservation.units(released.parts()),
                                    -Reservation.units(released.parts()),
                                    released.task().value()),
                            event,
                            number,
                            after);
            case CreditEvent.CreditsConsumed consumed ->
                    ofTask(
                            new Change(
                                    Kind.USAGE,
                                    0,
                                    -Reservation.units(consumed.parts()),
                                    consumed.task().value()),
                            event,
                            number,
                            after);
        };
    }

    private static CreditMovement gone(
            Kind kind, Lot.Part part, CreditEvent event, long number, CreditAccount after) {
        return new CreditMovement(
                number,
                kind,
                -part.units(),
                0,
                after.available(),
                after.reserved(),
                part.lot().value(),
                event.at());
    }

    private record Change(Kind kind, int available, int reserved, UUID reference) {}

    private static CreditMovement ofTask(
            Change change, CreditEvent event, long number, CreditAccount after) {
        return new CreditMovement(
                number,
                change.kind(),
                change.available(),
                change.reserved(),
                after.available(),
                after.reserved(),
                change.reference(),
                event.at());
    }
}
