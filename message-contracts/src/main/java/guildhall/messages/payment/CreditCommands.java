package guildhall.messages.payment;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.TaskId;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;

/**
 * Requests to spend credits. The key is the owner of the credits, so that everything about one
 * account is decided in order; the task is the idempotency key, because it reserves, consumes and
 * releases once.
 */
@Topic("payment.credit.commands")
public sealed interface CreditCommands extends Message {
    Party owner();

    TaskId taskId();

    @Override
    default String key() {
        return owner().toString();
    }

    /** Set units aside for a task. Answer: credits-reserved or credit-reservation-failed. */
    @MessageType("payment.reserve-credits.v1")
    record ReserveCreditsV1(Party owner, TaskId taskId, int units) implements CreditCommands {}

    /**
     * Give units that are reserved for a task back to their owner. Answer: credits-released or
     * credit-command-rejected.
     */
    @MessageType("payment.release-credits.v1")
    record ReleaseCreditsV1(Party owner, TaskId taskId, int units) implements CreditCommands {}

    /**
     * Use units that are reserved for a task up, and pay the talent its share of what was paid for
     * them. Answer: credits-consumed or credit-command-rejected.
     */
    @MessageType("payment.consume-credits.v1")
    record ConsumeCreditsV1(Party owner, TaskId taskId, int units, String title, Side talent)
            implements CreditCommands {}
}
