package guildhall.contract.funding;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import java.time.Instant;
import java.util.Collection;

/** Which escrow was ordered for what. Never forgotten, because payment answers by escrow. */
public interface EscrowOrders {
    /** What an escrow is for. */
    record Purpose(ContractId contract, MilestoneId milestone) {}

    /** In the present transaction; a repetition changes nothing. */
    void remember(EscrowId escrow, Purpose purpose, Instant at);

    /** Reads at once what escrows are for, in the present transaction. */
    void readAhead(Collection<EscrowId> escrows);

    /**
     * What an escrow is for, in the present transaction.
     *
     * @throws IllegalStateException for an escrow that we never ordered: money that nobody here
     *     answers for must not be passed over in silence
     */
    Purpose require(EscrowId escrow);
}
