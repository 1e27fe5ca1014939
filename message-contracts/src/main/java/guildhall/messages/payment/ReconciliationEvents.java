package guildhall.messages.payment;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * Facts about our books and the statements of payment providers. The key is the currency, the unit
 * in which books are compared.
 */
@Topic("payment.reconciliation.events")
public sealed interface ReconciliationEvents extends Message {
    String currency();

    @Override
    default String key() {
        return currency();
    }

    /**
     * Somebody has to look: the provider has booked what we cannot explain, or has not booked what
     * we have.
     *
     * @param finding UNEXPLAINED or MISSING
     * @param reference as the provider names it when it is unexplained, our own id when missing
     * @param direction IN when the provider holds more for us because of it, or should
     */
    @MessageType("payment.reconciliation-difference-found.v1")
    record ReconciliationDifferenceFoundV1(
            UUID differenceId,
            String currency,
            String finding,
            String reference,
            Money amount,
            Direction direction,
            Instant foundAt)
            implements ReconciliationEvents {
        /** Which way the money went at the provider. */
        public enum Direction {
            IN,
            OUT
        }
    }

    /**
     * Provider and books agree up to a time, and nothing before it will change.
     *
     * @param closingBalance what providers held for us at the end, in minor units
     */
    @MessageType("payment.reconciliation-period-closed.v1")
    record ReconciliationPeriodClosedV1(
            UUID periodId,
            String currency,
            Instant from,
            Instant until,
            long closingBalance,
            Instant closedAt)
            implements ReconciliationEvents {}
}
