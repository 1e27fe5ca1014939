package guildhall.contract.milestone;

import guildhall.contract.agreement.CancellationReason;
import guildhall.contract.agreement.Contract;
import guildhall.contract.agreement.ContractRole;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import java.time.Instant;

/** What can be asked of a milestone. */
public sealed interface MilestoneCommand {
    MilestoneId id();

    Instant at();

    /** Asked by a party, and only by the one that {@link #reservedFor} names. */
    sealed interface ByParty extends MilestoneCommand {
        ContractRole by();

        ContractRole reservedFor();
    }

    sealed interface ByClient extends ByParty {
        @Override
        default ContractRole reservedFor() {
            return ContractRole.CLIENT;
        }
    }

    sealed interface ByTalent extends ByParty {
        @Override
        default ContractRole reservedFor() {
            return ContractRole.TALENT;
        }
    }

    /** Part of the terms that both sides accepted. */
    record PlanMilestone(Plan plan, Instant at) implements MilestoneCommand {
        @Override
        public MilestoneId id() {
            return plan.id();
        }
    }

    /** One more within the amount of the contract. */
    record AddMilestone(ContractRole by, Plan plan, Budget budget, Instant at) implements ByClient {
        @Override
        public MilestoneId id() {
            return plan.id();
        }
    }

    record EditMilestone(
            MilestoneId id,
            ContractRole by,
            String title,
            Money amount,
            int dueInDays,
            Budget budget,
            Instant at)
            implements ByClient {}

    /**
     * Order an escrow, or order it again after a refusal.
     *
     * @param contract as it is now; before it is active, only its first milestone can be funded
     * @param escrow for a first order; a repeated one keeps the escrow that it had
     */
    record RequestFunding(
            MilestoneId id,
            ContractRole by,
            Contract contract,
            EscrowId escrow,
            Instant fundBefore,
            Instant at)
            implements ByClient {}

    record StartWork(MilestoneId id, ContractRole by, Instant at) implements ByTalent {}

    record SubmitWork(
            MilestoneId id,
            ContractRole by,
            UserId user,
            String notes,
            Instant autoApproveAt,
            Instant at)
            implements ByTalent {}

    record RequestRevision(MilestoneId id, ContractRole by, UserId user, String reason, Instant at)
            implements ByClient {}

    record ApproveWork(MilestoneId id, ContractRole by, ReleaseId release, Instant at)
            implements ByClient {}

    /**
     * Pay a part before the work is approved.
     *
     * @param release what a repetition names again
     */
    record ReleasePart(MilestoneId id, ContractRole by, ReleaseId release, Money amount, Instant at)
            implements ByClient {}

    /** The review window ended. */
    record ApproveUnanswered(MilestoneId id, ReleaseId release, Instant at)
            implements MilestoneCommand {}

    record ConfirmFunding(MilestoneId id, EscrowId escrow, Instant at)
            implements MilestoneCommand {}

    record RecordRefusal(MilestoneId id, EscrowId escrow, String reason, Instant at)
            implements MilestoneCommand {}

    /** The escrow was closed although the milestone is still wanted. */
    record AbandonFunding(MilestoneId id, EscrowId escrow, Instant at)
            implements MilestoneCommand {}

    record ConfirmPayment(MilestoneId id, ReleaseId release, Payment payment)
            implements MilestoneCommand {
        @Override
        public Instant at() {
            return payment.paidAt();
        }
    }

    /** By either party, while the contract goes on. */
    record GiveUpMilestone(MilestoneId id, ContractRole by, Contract contract, Instant at)
            implements MilestoneCommand {}

    /** Because the contract ends. */
    record CancelMilestone(MilestoneId id, CancellationReason reason, Instant at)
            implements MilestoneCommand {}

    /** The escrow of a milestone that was given up is closed. */
    record ConfirmRefund(MilestoneId id, EscrowId escrow, Instant at) implements MilestoneCommand {}
}
