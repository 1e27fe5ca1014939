package guildhall.messages.contract;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import java.time.Instant;

/** Facts about agreements. */
@Topic("contract.contract.events")
public sealed interface ContractEvents extends Message {
    ContractId contractId();

    @Override
    default String key() {
        return contractId().toString();
    }

    /** An accepted proposal became a contract that waits for its money. */
    @MessageType("contract.contract-drafted.v1")
    record ContractDraftedV1(
            ContractId contractId,
            String number,
            JobId jobId,
            ProposalId proposalId,
            String title,
            Side client,
            Side talent,
            Money amount,
            Instant draftedAt)
            implements ContractEvents {}

    /**
     * Both sides accepted the terms; the client must fund the first milestone before the deadline.
     */
    @MessageType("contract.contract-ready-for-funding.v1")
    record ContractReadyForFundingV1(
            ContractId contractId,
            String number,
            String title,
            Side client,
            Side talent,
            Money amount,
            Instant fundBefore)
            implements ContractEvents {}

    /**
     * A milestone could not be funded; work on it, or on the whole contract when it is the first,
     * cannot start. Reason as payment gave it.
     */
    @MessageType("contract.funding-failed.v1")
    record FundingFailedV1(
            ContractId contractId,
            String number,
            String title,
            Side client,
            Side talent,
            Money amount,
            String reason,
            Instant failedAt)
            implements ContractEvents {}

    /** The first escrow is funded: work can begin. */
    @MessageType("contract.contract-activated.v1")
    record ContractActivatedV1(
            ContractId contractId,
            String number,
            JobId jobId,
            ProposalId proposalId,
            String title,
            Side client,
            Side talent,
            Money amount,
            Instant activatedAt)
            implements ContractEvents {}

    /**
     * The contract ended before it was active. Reason: CLIENT, TALENT, FUNDING_TIMEOUT,
     * ESCROW_CLOSED, OPERATOR, ALREADY_HIRED (the talent has a contract for this job) or
     * INVALID_TERMS; the last two for a contract that was never drafted.
     */
    @MessageType("contract.contract-cancelled.v1")
    record ContractCancelledV1(
            ContractId contractId,
            String number,
            JobId jobId,
            ProposalId proposalId,
            String title,
            Side client,
            Side talent,
            String reason,
            Instant cancelledAt)
            implements ContractEvents {}

    /** Every milestone is paid or cancelled, at least one is paid. */
    @MessageType("contract.contract-completed.v1")
    record ContractCompletedV1(
            ContractId contractId,
            String number,
            JobId jobId,
            ProposalId proposalId,
            String title,
            Side client,
            Side talent,
            Money paid,
            Instant completedAt)
            implements ContractEvents {}

    /** An active contract ended without a paid milestone. */
    @MessageType("contract.contract-terminated.v1")
    record ContractTerminatedV1(
            ContractId contractId,
            String number,
            JobId jobId,
            ProposalId proposalId,
            String title,
            Side client,
            Side talent,
            Instant terminatedAt)
            implements ContractEvents {}
}
