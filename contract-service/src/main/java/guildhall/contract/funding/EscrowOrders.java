package guildhall.contract.funding;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import java.time.Instant;
import java.util.Optional;

/** Which escrow was ordered for what. Never forgotten, because payment answers by escrow. */
public interface EscrowOrders {
    /** What an escrow is for. */
    record Purpose(ContractId contract, MilestoneId milestone) {}

    /** In the present transaction; a repetition changes nothing. */
    void remember(EscrowId escrow, Purpose purpose, Instant at);

    /** What an escrow is for; its contract is locked until the present transaction ends. */
    Optional<Purpose> lock(EscrowId escrow);

    /**
     * @throws IllegalStateException for an escrow that we never ordered: money that nobody here
     *     answers for must not be passed over in silence
     */
    default Purpose requireLocked(EscrowId escrow) {
        return lock(escrow)
                .orElseThrow(() -> new IllegalStateException("Escrow " + escrow + " is not ours"));
    }
}
