package guildhall.payment.wallet;

import guildhall.messages.party.Party;
import java.util.Currency;

/** A party has one wallet per currency. */
public record WalletId(Party owner, Currency currency) {}
