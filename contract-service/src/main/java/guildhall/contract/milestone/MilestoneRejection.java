package guildhall.contract.milestone;

import guildhall.contract.agreement.ContractRole;
import guildhall.messages.id.EscrowId;
import guildhall.messages.money.Money;
import java.time.Instant;

/** Why a milestone did not change. */
public sealed interface MilestoneRejection {
    record UnknownContract() implements MilestoneRejection {}

    record UnknownMilestone() implements MilestoneRejection {}

    /** The other side may, this one may not. */
    record ReservedFor(ContractRole role) implements MilestoneRejection {}

    record ContractNotActive() implements MilestoneRejection {}

    record ExceedsContract(Money available) implements MilestoneRejection {}

    /** Cancelled ones count too: a contract is always shown with all its milestones. */
    record MilestonesUsedUp(int most) implements MilestoneRejection {}

    /** An amount must be positive and in the currency of the contract. */
    record InvalidAmount(String currency) implements MilestoneRejection {}

    /** Its escrow was ordered for the amount that it had. */
    record AmountFixed() implements MilestoneRejection {}

    /** Submitted, approved, paid or cancelled. */
    record NoLongerEditable() implements MilestoneRejection {}

    record AlreadyFunded() implements MilestoneRejection {}

    record FundedByAnotherEscrow(EscrowId ours) implements MilestoneRejection {}

    record FundingNotRequested() implements MilestoneRejection {}

    record FundingExpired(Instant fundBefore) implements MilestoneRejection {}

    record NotFunded() implements MilestoneRejection {}

    record AlreadySubmitted() implements MilestoneRejection {}

    /** There is no submission that waits for an answer. */
    record NothingSubmitted() implements MilestoneRejection {}

    record RevisionsUsedUp(int allowance) implements MilestoneRejection {}

    /** Nothing is paid before work has begun. */
    record WorkNotStarted() implements MilestoneRejection {}

    /** A part leaves something for the approval to pay. */
    record NotLessThanTheRest(Money rest) implements MilestoneRejection {}

    record PartialReleasesUsedUp(int most) implements MilestoneRejection {}

    record AlreadyApproved() implements MilestoneRejection {}

    record NotApproved() implements MilestoneRejection {}

    /** Ending work that has begun needs the agreement of both sides. */
    record WorkUnderWay() implements MilestoneRejection {}

    record AlreadyCancelled() implements MilestoneRejection {}

    record NotCancelled() implements MilestoneRejection {}
}
