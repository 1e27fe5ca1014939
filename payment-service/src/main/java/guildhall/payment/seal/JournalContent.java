package guildhall.payment.seal;

import guildhall.payment.ledger.JournalSource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Everything that is stored about a journal, as text and numbers: what a tamperer left there need
 * not make sense.
 *
 * @param lines by number
 */
public record JournalContent(
        UUID journal,
        JournalSource source,
        String reason,
        String description,
        Instant postedAt,
        List<Line> lines) {
    public JournalContent {
        lines = List.copyOf(lines);
    }

    public record Line(
            long number, Account account, long debit, long credit, long balanceAfter, Instant at) {}

    public record Account(String code, String owner, String currency) {}
}
