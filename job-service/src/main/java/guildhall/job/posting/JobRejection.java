package guildhall.job.posting;

public sealed interface JobRejection {
    /** There is no such job, or the caller may not know of it. */
    record UnknownJob() implements JobRejection {}

    record NotYourJob() implements JobRejection {}

    record JobExists() implements JobRejection {}

    record UnsoundBudget() implements JobRejection {}

    record DeadlinePassed() implements JobRejection {}

    record EmailNotVerified() implements JobRejection {}

    /** Talents have answered this budget and kind. */
    record MoneyTermsLocked() implements JobRejection {}

    record FewerPlacesThanProposals(int active) implements JobRejection {}

    record JobFull() implements JobRejection {}

    /** The present state does not allow it. */
    record WrongStatus(JobStatus status) implements JobRejection {}

    /** Another proposal holds the seat. */
    record SeatTaken() implements JobRejection {}

    /** A contract is being funded; it must be cancelled first. */
    record HireUnderWay() implements JobRejection {}
}
