package guildhall.payment.tip;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.TipId;
import java.util.List;
import java.util.Optional;

/** All tips. */
public interface Tips {
    Optional<Tip> find(TipId id);

    /** In the order of their ids, from the one after the given id on. */
    List<Tip> ofEscrow(EscrowId escrow, TipId after, int limit);

    /** Belongs to the transaction that posts it. */
    void add(Tip tip);
}
