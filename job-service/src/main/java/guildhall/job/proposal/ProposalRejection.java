package guildhall.job.proposal;

public sealed interface ProposalRejection {
    /** There is no such proposal, or the caller may not know of it. */
    record UnknownProposal() implements ProposalRejection {}

    /** The other side of the deal has to do this. */
    record NotYourPart() implements ProposalRejection {}

    record ProposalExists() implements ProposalRejection {}

    /** Another proposal of this talent for this job is active. */
    record AlreadyProposed() implements ProposalRejection {}

    record UnknownJob() implements ProposalRejection {}

    record OwnJob() implements ProposalRejection {}

    record JobNotOpen() implements ProposalRejection {}

    record JobFull() implements ProposalRejection {}

    record BidNotPositive() implements ProposalRejection {}

    record BidInOtherCurrency() implements ProposalRejection {}

    record PlanDoesNotAddUp() implements ProposalRejection {}

    /** The client relies on the terms since they answered. */
    record AlreadyAnswered() implements ProposalRejection {}

    /** It is further than that. */
    record AlreadyFurther(Stage stage) implements ProposalRejection {}

    /** The present state does not allow it. */
    record WrongStatus(ProposalStatus status) implements ProposalRejection {}
}
