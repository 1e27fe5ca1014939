package guildhall.payment.escrow;

import guildhall.messages.money.Money;
import guildhall.payment.fee.FeeQuote;

/** An order together with what the desk looked up for it. */
public sealed interface EscrowCommand {
    /**
     * @param available what the payer can spend at this moment
     * @param isWalletFrozen whether staff keeps the payer from spending it
     */
    record FundEscrow(EscrowOrder.Fund order, Money available, boolean isWalletFrozen)
            implements EscrowCommand {}

    /**
     * @param quote the fee, if the release happens now
     */
    record ReleaseEscrow(EscrowOrder.Release order, FeeQuote quote) implements EscrowCommand {}

    record RefundEscrow(EscrowOrder.Refund order) implements EscrowCommand {}

    record CancelEscrow(EscrowOrder.Cancel order) implements EscrowCommand {}
}
