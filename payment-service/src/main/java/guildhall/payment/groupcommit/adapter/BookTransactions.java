package guildhall.payment.groupcommit.adapter;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Ledger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Changes that share a transaction: all of them or, when one fails, none. */
@Component
class BookTransactions {
    private final Ledger ledger;
    private final TransactionOperations transactions;

    BookTransactions(Ledger ledger, TransactionOperations transactions) {
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /**
     * @return one answer for each change, in the same order
     */
    List<Object> handle(List<AskedChange> group) {
        return requireNonNull(
                transactions.execute(_ -> {
                    var postings = ledger.lock(prepare(group));
                    var answers =
                            group.stream()
                                    .map(asked ->
                                            asked.<Object>inContext(
                                                    () -> asked.change().apply(postings)))
                                    .toList();
                    ledger.write(postings);
                    return answers;
                }));
    }

    /** In one order of subjects, so that no two transactions wait for each other's. */
    private static Set<Account> prepare(List<AskedChange> group) {
        var accounts = new HashSet<Account>();
        group.stream()
                .sorted(comparing(asked -> asked.change().subject()))
                .forEach(asked -> accounts.addAll(asked.inContext(asked.change()::prepare)));
        return accounts;
    }
}
