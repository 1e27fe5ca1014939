package guildhall.payment.escrow.adapter;

import guildhall.payment.escrow.Escrow;
import guildhall.payment.escrow.Escrow.Absent;
import guildhall.payment.escrow.Escrow.Cancelled;
import guildhall.payment.escrow.Escrow.Frozen;
import guildhall.payment.escrow.Escrow.Funded;
import guildhall.payment.escrow.Escrow.PartiallyReleased;
import guildhall.payment.escrow.Escrow.Pending;
import guildhall.payment.escrow.Escrow.Refunded;
import guildhall.payment.escrow.Escrow.Released;
import guildhall.payment.escrow.Escrow.Settled;
import guildhall.payment.escrow.Escrow.Tombstone;

/** The states as the database and clients know them. */
enum EscrowStatus {
    PENDING,
    FUNDED,
    PARTIALLY_RELEASED,
    FROZEN,
    RELEASED,
    REFUNDED,
    SETTLED,
    CANCELLED;

    static EscrowStatus of(Escrow escrow) {
        return switch (escrow) {
            case Pending _ -> PENDING;
            case Funded _ -> FUNDED;
            case PartiallyReleased _ -> PARTIALLY_RELEASED;
            case Frozen _ -> FROZEN;
            case Released _ -> RELEASED;
            case Refunded _ -> REFUNDED;
            case Settled _ -> SETTLED;
            case Cancelled _, Tombstone _ -> CANCELLED;
            case Absent _ -> throw new IllegalStateException("Nobody has heard of this escrow");
        };
    }
}
