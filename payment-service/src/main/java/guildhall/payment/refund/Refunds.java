package guildhall.payment.refund;

import guildhall.messages.id.CardRefundId;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.runtime.list.Place;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All refunds. */
public interface Refunds {
    Refund find(CardRefundId id);

    /** Locks the refund until the end of the transaction; nothing when it is absent. */
    Refund lock(CardRefundId id);

    /** Newest first. */
    List<Refund.Requested> ownedBy(Party owner, Place before, int limit);

    /** Those that finance has to decide about, by id from after the given one. */
    List<Refund.Requested> awaitingDecision(Optional<UUID> after, int limit);

    /** What of a payment has gone back already, or is about to. */
    Money usedUp(PaymentIntentId payment, Currency currency);

    boolean hasOpen(PaymentIntentId payment);

    /** What has ever come into a wallet otherwise than by paying it in and getting it back. */
    Money earned(Party owner, Currency currency);

    void write(Refund before, Refund.Requested after);
}
