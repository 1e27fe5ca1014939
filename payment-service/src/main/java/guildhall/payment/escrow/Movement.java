package guildhall.payment.escrow;

import guildhall.messages.id.DisputeId;
import guildhall.messages.id.RefundId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import java.time.Instant;
import java.util.List;

/** Money of a funded escrow that changed its place. */
public sealed interface Movement {
    /** What was left in the escrow afterwards. */
    Money stillHeld();

    Instant at();

    /**
     * @param buyerFee the part of the deferred buyer fee that the platform earned by it
     * @param schedule version of the fee schedule that priced it
     */
    record Release(
            ReleaseId id,
            Money gross,
            Money fee,
            Money buyerFee,
            String schedule,
            Money stillHeld,
            Instant at)
            implements Movement {
        public Money net() {
            return gross.minus(fee);
        }
    }

    /**
     * @param buyerFee the part of the deferred buyer fee that went back with it
     */
    record Refund(RefundId id, Money amount, Money buyerFee, Money stillHeld, Instant at)
            implements Movement {}

    /**
     * The escrow was closed for good.
     *
     * @param amount what was held until then; zero when everything had left before
     * @param buyerFee what was left of the deferred buyer fee
     */
    record Cancellation(RefundId id, Money amount, Money buyerFee, Instant at) implements Movement {
        @Override
        public Money stillHeld() {
            return Money.zero(amount.currency());
        }
    }

    /**
     * A dispute took everything that was held, and everything that was released but not yet
     * available to the payee.
     *
     * @param amount all of it
     * @param fromHeld the part that was held
     * @param buyerFee what the recalled releases had earned of the buyer fee; deferred again
     * @param recalled the releases that the rest had been paid by
     */
    record Freeze(
            DisputeId id,
            Money amount,
            Money fromHeld,
            Money buyerFee,
            List<ReleaseId> recalled,
            Instant at)
            implements Movement {
        public Freeze {
            recalled = List.copyOf(recalled);
        }

        /** The part that had been released, fees included. */
        public Money fromReleased() {
            return amount.minus(fromHeld);
        }

        @Override
        public Money stillHeld() {
            return Money.zero(amount.currency());
        }
    }

    /**
     * The dispute ended without a decision about the money.
     *
     * @param amount everything that was frozen
     * @param toHeld the part that is held again
     * @param buyerFee what the restored releases have earned of the buyer fee again
     * @param restored the recalled releases that count again; none when the work goes on
     */
    record Unfreeze(
            DisputeId id,
            Money amount,
            Money toHeld,
            Money buyerFee,
            List<ReleaseId> restored,
            Instant at)
            implements Movement {
        public Unfreeze {
            restored = List.copyOf(restored);
        }

        @Override
        public Money stillHeld() {
            return toHeld;
        }
    }

    /**
     * The dispute was decided: everything that was frozen went to the two sides.
     *
     * @param buyerFee what went back to the payer of the deferred buyer fee
     * @param toPayee what the payee got, as if released; zero when the payer got everything
     */
    record Split(DisputeId id, Money toPayer, Money buyerFee, Release toPayee, Instant at)
            implements Movement {
        public Money amount() {
            return toPayer.plus(toPayee.gross());
        }

        @Override
        public Money stillHeld() {
            return Money.zero(toPayer.currency());
        }
    }
}
