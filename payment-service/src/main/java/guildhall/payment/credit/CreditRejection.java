package guildhall.payment.credit;

public sealed interface CreditRejection {
    record InsufficientCredits() implements CreditRejection {}

    /** The client has to pay the platform back first. */
    record OwesPlatform() implements CreditRejection {}

    record UnknownReservation() implements CreditRejection {}

    record MoreThanReserved() implements CreditRejection {}

    /** The task is known with another number of units or another talent. */
    record TermsDiffer() implements CreditRejection {}

    record UnknownLot() implements CreditRejection {}

    /** More units than an account can count. */
    record TooMany() implements CreditRejection {}
}
