package guildhall.payment.adjustment;

import guildhall.messages.money.Money;
import guildhall.payment.ledger.PostingRefusal;
import guildhall.payment.wallet.WalletId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

public sealed interface AdjustmentCommand {
    /**
     * @param isReversed whether the journal that is to be reversed already was, or may still be
     */
    record RequestAdjustment(AdjustmentRequest request, Operator by, boolean isReversed)
            implements AdjustmentCommand {}

    record ApproveAdjustment(Operator by, String reason, Circumstances now, Instant at)
            implements AdjustmentCommand {}

    record TurnDownAdjustment(Operator by, String reason, Instant at)
            implements AdjustmentCommand {}

    record WithdrawAdjustment(Operator by, String reason, Instant at)
            implements AdjustmentCommand {}

    record ExpireAdjustment(Instant at) implements AdjustmentCommand {}

    /**
     * What stays as it is until the end of the transaction.
     *
     * @param approvedWithinADay by the same person, of the same currency
     * @param closed wallets of the adjustment that are closed
     * @param refusals what the ledger says to the journal; nothing when it may be posted
     */
    record Circumstances(
            Money approvedWithinADay, Set<WalletId> closed, List<PostingRefusal> refusals) {
        public Circumstances {
            closed = Set.copyOf(closed);
            refusals = List.copyOf(refusals);
        }
    }
}
