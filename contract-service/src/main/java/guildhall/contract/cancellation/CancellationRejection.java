package guildhall.contract.cancellation;

/** Why a contract cannot be ended by one side. */
public sealed interface CancellationRejection {
    record UnknownContract() implements CancellationRejection {}

    /** A milestone was started, submitted or approved and is not paid. */
    record WorkUnderWay() implements CancellationRejection {}

    record AlreadyEnded() implements CancellationRejection {}
}
