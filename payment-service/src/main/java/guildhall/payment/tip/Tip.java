package guildhall.payment.tip;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.TipId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import java.time.Instant;

/**
 * A tip that was given.
 *
 * @param givenBy the user who acted for the payer
 * @param schedule version of the fee schedule that priced it
 * @param note from the client to the payee, may be empty
 */
public record Tip(
        TipId id,
        EscrowId escrow,
        Party payer,
        Party payee,
        UserId givenBy,
        Money amount,
        Money fee,
        String schedule,
        String note,
        Instant at) {
    public Money net() {
        return amount.minus(fee);
    }
}
