package guildhall.payment.escrow;

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

    private static void requireAboveZero(Money amount) {
        if (amount.isZero()) {
            throw new IllegalArgumentException("An order to move nothing");
        }
    }
}
