package guildhall.payment.escrow;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.EscrowId;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** All escrows. Locking and writing belong to one transaction. */
public interface Escrows {
    /** Locks the escrows in one fixed order; those that do not exist are {@code Absent}. */
    Map<EscrowId, Escrow> lock(Set<EscrowId> ids);

    /** {@code Absent} when nobody has heard of it. */
    Escrow find(EscrowId id);

    /** In the order of their ids, from the one after the given id on. */
    SequencedMap<EscrowId, Escrow> ofContract(ContractId contract, EscrowId after, int limit);

    /**
     * @param before as they were locked
     * @param after only those that changed
     */
    void write(Map<EscrowId, Escrow> before, Map<EscrowId, Escrow> after);
}
