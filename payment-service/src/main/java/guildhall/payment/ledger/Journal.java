package guildhall.payment.ledger;

import guildhall.messages.money.Money;
import guildhall.payment.ledger.Entry.Credit;
import guildhall.payment.ledger.Entry.Debit;
import java.time.Instant;
import java.util.List;

/**
 * One balanced movement of money. It cannot be made unbalanced.
 *
 * @param description one line for people, shown on the statements of all parties to it
 */
public record Journal(
        JournalSource source,
        Reason reason,
        String description,
        Instant postedAt,
        List<Entry> entries) {
    public Journal {
        entries = List.copyOf(entries);
        requireBalanced(source, entries);
    }

    private static void requireBalanced(JournalSource source, List<Entry> entries) {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("Nothing to post for " + source);
        }
        var zero = Money.zero(entries.getFirst().amount().currency());
        var debits = zero;
        var credits = zero;
        for (var entry : entries) {
            switch (entry) {
                case Debit debit -> debits = debits.plus(debit.amount());
                case Credit credit -> credits = credits.plus(credit.amount());
            }
        }
        if (!debits.equals(credits)) {
            throw new IllegalArgumentException(
                    source + " debits " + debits + " but credits " + credits);
        }
    }
}
