package guildhall.payment.ledger;

import java.util.List;

/** A journal that was accepted, and the balances it left behind. */
public record PostedJournal(Journal journal, List<Line> lines) {
    public PostedJournal {
        lines = List.copyOf(lines);
    }

    /**
     * @param balanceAfter of the account of the entry, in minor units
     */
    public record Line(Entry entry, long balanceAfter) {}
}
