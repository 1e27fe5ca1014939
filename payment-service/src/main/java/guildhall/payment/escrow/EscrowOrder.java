package guildhall.payment.escrow;

import guildhall.messages.id.DisputeId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.RefundId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import java.time.Instant;

/** What was asked for, as it arrived. Amounts are above zero. */
public sealed interface EscrowOrder {
    EscrowId escrow();

    Instant at();

    /**
     * @param attempt counts the fundings that were tried for this escrow, from 1
     */
    record Fund(EscrowId escrow, int attempt, FundingTerms terms, Instant at)
            implements EscrowOrder {
        public Fund {
            requireAboveZero(terms.amount());
        }
    }

    record Release(EscrowId escrow, ReleaseId release, Money gross, Instant at)
            implements EscrowOrder {
        public Release {
            requireAboveZero(gross);
        }
    }

    record Refund(EscrowId escrow, RefundId refund, Money amount, Instant at)
            implements EscrowOrder {
        public Refund {
            requireAboveZero(amount);
        }
    }

    record Cancel(EscrowId escrow, RefundId refund, Instant at) implements EscrowOrder {}

    /** What a dispute wants of the money. */
    sealed interface OfDispute extends EscrowOrder {
        DisputeId dispute();
    }

    record Freeze(EscrowId escrow, DisputeId dispute, Instant at) implements OfDispute {}

    /** The dispute was withdrawn: as if it had never been. */
    record Unfreeze(EscrowId escrow, DisputeId dispute, Instant at) implements OfDispute {}

    /** The work goes on: everything is held again. */
    record ReturnToWork(EscrowId escrow, DisputeId dispute, Instant at) implements OfDispute {}

    /**
     * @param release names the payee's part
     * @param toPayee fees included
     */
    record Split(
            EscrowId escrow,
            DisputeId dispute,
            ReleaseId release,
            Money toPayer,
            Money toPayee,
            Instant at)
            implements OfDispute {
        public Split {
            if (!toPayer.currency().equals(toPayee.currency())) {
                throw new IllegalArgumentException("A split into two currencies");
            }
            if (toPayer.isZero()) {
                requireAboveZero(toPayee);
            }
        }
    }

    private static void requireAboveZero(Money amount) {
        if (amount.isZero()) {
            throw new IllegalArgumentException("An order to move nothing");
        }
    }
}
