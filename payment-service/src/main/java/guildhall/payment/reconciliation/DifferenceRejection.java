package guildhall.payment.reconciliation;

public sealed interface DifferenceRejection {
    record UnknownDifference() implements DifferenceRejection {}

    record AlreadySettled() implements DifferenceRejection {}

    /** Somebody's proposal has to be approved or rejected first. */
    record ProposalPending() implements DifferenceRejection {}

    record NothingProposed() implements DifferenceRejection {}

    /** Nobody approves a proposal of their own. */
    record SamePerson() implements DifferenceRejection {}

    /** This cannot be done about this kind of difference. */
    record SettlementDoesNotFit() implements DifferenceRejection {}
}
