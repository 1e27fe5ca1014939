package guildhall.payment.wallet;

import guildhall.messages.party.Party;
import guildhall.payment.ledger.Account;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** All wallets, read from the ledger. */
public interface Wallets {
    /** With zeros when it was never used. */
    Wallet find(WalletId id);

    /** By currency code. */
    List<Wallet> ownedBy(Party owner);

    /** Newest first, at most one more than the limit. */
    List<StatementLine> statement(StatementQuery query);

    /** Opens the wallets of accounts that got their first line, in the present transaction. */
    void openFor(Set<Account> firstUsed, Instant at);
}
