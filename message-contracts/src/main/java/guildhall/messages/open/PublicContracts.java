package guildhall.messages.open;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.JobId;
import guildhall.messages.id.MilestoneId;
import java.time.Instant;

/**
 * Contracts as partners see them: that they exist and how far they are, not between whom or for how
 * much.
 */
@Topic("public.contract")
public sealed interface PublicContracts extends Message {
    ContractId contractId();

    @Override
    default String key() {
        return contractId().toString();
    }

    /** Work can begin. */
    @MessageType("public.contract-activated.v1")
    record PublicContractActivatedV1(ContractId contractId, JobId jobId, Instant activatedAt)
            implements PublicContracts {}

    /** A milestone of the contract was paid. */
    @MessageType("public.milestone-paid.v1")
    record PublicMilestonePaidV1(ContractId contractId, MilestoneId milestoneId, Instant paidAt)
            implements PublicContracts {}

    /** The contract ended well. */
    @MessageType("public.contract-completed.v1")
    record PublicContractCompletedV1(ContractId contractId, JobId jobId, Instant completedAt)
            implements PublicContracts {}
}
