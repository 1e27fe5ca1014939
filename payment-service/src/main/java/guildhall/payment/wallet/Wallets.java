package guildhall.payment.wallet;

import guildhall.messages.party.Party;
import java.util.List;

/** All wallets, read from the ledger. */
public interface Wallets {
    /** With zeros when it was never used. */
    Wallet find(WalletId id);

    /** By currency code. */
    List<Wallet> ownedBy(Party owner);

    /** Newest first, at most one more than the limit. */
    List<StatementLine> statement(StatementQuery query);
}
