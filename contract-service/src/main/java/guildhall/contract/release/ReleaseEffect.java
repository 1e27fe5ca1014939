package guildhall.contract.release;

import guildhall.contract.milestone.Payment;

/** What a release process wants done. */
public sealed interface ReleaseEffect {
    ReleaseOrder order();

    /** Ask payment to pay the talent. */
    record ReleaseEscrow(ReleaseOrder order) implements ReleaseEffect {}

    /** The talent has the money: the milestone is paid, and its contract perhaps complete. */
    record ConfirmPaid(ReleaseOrder order, Payment payment) implements ReleaseEffect {}
}
