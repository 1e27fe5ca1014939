package guildhall.payment.escrow;

import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.payment.fee.FeeQuote;
import guildhall.payment.fee.Pricing;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An order together with what the desk looked up for it. */
public sealed interface EscrowCommand {
    /**
     * @param available what the payer can spend at this moment
     * @param pricing null when the order names a fee schedule that nobody knows
     * @param bar why the payer may not spend it at present; null: nothing speaks against it
     */
    record FundEscrow(
            EscrowOrder.Fund order,
            Money available,
            @Nullable Pricing pricing,
            @Nullable FundingRefusal bar)
            implements EscrowCommand {}

    /**
     * @param quote the fee, if the release happens now
     */
    record ReleaseEscrow(EscrowOrder.Release order, FeeQuote quote) implements EscrowCommand {}

    record RefundEscrow(EscrowOrder.Refund order) implements EscrowCommand {}

    record CancelEscrow(EscrowOrder.Cancel order) implements EscrowCommand {}

    /**
     * @param pending the releases of the escrow that the payee cannot spend yet
     */
    record FreezeEscrow(EscrowOrder.Freeze order, Set<ReleaseId> pending) implements EscrowCommand {
        public FreezeEscrow {
            pending = Set.copyOf(pending);
        }
    }

    record UnfreezeEscrow(EscrowOrder.Unfreeze order) implements EscrowCommand {}

    record ReturnFrozenFunds(EscrowOrder.ReturnToWork order) implements EscrowCommand {}

    /**
     * @param quote the fee of the payee's part, if the split happens now
     */
    record SplitFrozenFunds(EscrowOrder.Split order, FeeQuote quote) implements EscrowCommand {}
}
