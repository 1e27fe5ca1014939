package guildhall.contract.funding;

import guildhall.contract.agreement.CancellationReason;
import java.time.Instant;

/** What a funding process wants done. */
public sealed interface FundingEffect {
    EscrowOrder order();

    /** Ask payment to take the money. */
    record FundEscrow(EscrowOrder order, int attempt) implements FundingEffect {}

    /** Ask payment to close the escrow and give back what it holds. */
    record CancelEscrow(EscrowOrder order, CancellationReason reason) implements FundingEffect {}

    /** The money is there: the milestone is funded, and its contract active. */
    record ConfirmFunding(EscrowOrder order, Instant at) implements FundingEffect {}

    /** Payment said no: tell the client. */
    record ReportRefusal(EscrowOrder order, String reason, Instant at) implements FundingEffect {}

    /** Nothing is held any more. */
    record ConfirmClosing(EscrowOrder order, CancellationReason reason, Instant at)
            implements FundingEffect {}
}
