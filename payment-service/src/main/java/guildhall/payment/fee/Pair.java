package guildhall.payment.fee;

import guildhall.messages.party.Party;
import java.util.Currency;

/** Who pays whom in which currency: the unit that lifetime billing is counted for. */
public record Pair(Party client, Party talent, Currency currency) {}
