package guildhall.payment.escrow;

import guildhall.messages.money.Money;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Entry;
import java.util.ArrayList;
import java.util.List;

/** The entries of a journal that is being written; what is nothing is left out. */
final class Entries {
    private final List<Entry> all = new ArrayList<>();

    void debit(Account account, Money amount) {
        if (!amount.isZero()) {
            all.add(Entry.debit(account, amount));
        }
    }

    void credit(Account account, Money amount) {
        if (!amount.isZero()) {
            all.add(Entry.credit(account, amount));
        }
    }

    List<Entry> all() {
        return List.copyOf(all);
    }
}
