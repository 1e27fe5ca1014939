package guildhall.payment.payout;

import guildhall.messages.id.PayoutId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.runtime.list.Place;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All payouts. */
public interface Payouts {
    Payout find(PayoutId id);

    /** Locks the payout until the end of the transaction; nothing when it is absent. */
    Payout lock(PayoutId id);

    /**
     * Locks payouts that may be submitted, the oldest first, leaving out those that somebody else
     * has locked.
     *
     * <p>None of a wallet that is frozen meanwhile, and none of whoever owes us something.
     *
     * @param unchangedSince accounts that were changed later receive nothing yet
     */
    List<Payout.Pending> lockDue(Instant now, Instant unchangedSince, int limit);

    /** Newest first. */
    List<Payout.Requested> ownedBy(Party owner, Place before, int limit);

    /** Those that somebody of finance has to decide about, by id from after the given one. */
    List<Payout.Requested> awaitingReview(Optional<UUID> after, int limit);

    /** What the party has asked for since then and did not get back. */
    Money withdrawnSince(Party owner, Currency currency, Instant since);

    void write(Payout before, Payout.Requested after);

    /** Remembers which payouts were submitted together. */
    void putIntoBatch(UUID batch, List<PayoutId> payouts);
}
