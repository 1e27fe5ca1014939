package guildhall.payment.ledger.adapter;

import guildhall.messages.money.Money;
import guildhall.payment.ledger.AccountCode;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import guildhall.payment.ledger.adapter.LedgerExplorer.AccountRow;
import guildhall.payment.ledger.adapter.LedgerExplorer.FoundJournal;
import guildhall.payment.ledger.adapter.LedgerExplorer.LineRow;
import guildhall.payment.ledger.adapter.LedgerExplorer.SealRow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts, lines and journals as staff sees them. */
final class LedgerViews {

    record AccountView(
            String id,
            AccountCode code,
            @Schema(description = "A party, or the id of an escrow") String owner,
            String currency,
            @Schema(description = "Credits minus debits, in minor units") long balance,
            long lines,
            Instant openedAt) {
        static AccountView of(AccountRow row) {
            return new AccountView(
                    Long.toString(row.id()),
                    row.code(),
                    row.owner(),
                    row.currency(),
                    row.balance(),
                    row.lines(),
                    row.openedAt());
        }
    }

    @Schema(description = "Has either a debit or a credit")
    record LineView(
            String id,
            UUID journalId,
            String accountId,
            AccountCode code,
            String owner,
            @Nullable Money debit,
            @Nullable Money credit,
            @Schema(description = "Of the account, in minor units") long balanceAfter,
            Instant postedAt) {
        static LineView of(LineRow row) {
            return new LineView(
                    Long.toString(row.number()),
                    row.journal(),
                    Long.toString(row.account()),
                    row.code(),
                    row.owner(),
                    row.debit(),
                    row.credit(),
                    row.balanceAfter(),
                    row.postedAt());
        }
    }

    record JournalView(
            UUID id, SourceView source, Reason reason, String description, Instant postedAt) {
        static JournalView of(FoundJournal row) {
            return new JournalView(
                    row.id(),
                    SourceView.of(row.source()),
                    row.reason(),
                    row.description(),
                    row.postedAt());
        }
    }

    record WholeJournalView(
            UUID id,
            SourceView source,
            Reason reason,
            String description,
            Instant postedAt,
            List<LineView> lines,
            @Schema(description = "Absent for the moment until it is sealed")
                    @Nullable JournalSealView seal) {
        static WholeJournalView of(FoundJournal row, List<LineRow> lines, @Nullable SealRow seal) {
            return new WholeJournalView(
                    row.id(),
                    SourceView.of(row.source()),
                    row.reason(),
                    row.description(),
                    row.postedAt(),
                    lines.stream().map(LineView::of).toList(),
                    seal == null ? null : new JournalSealView(seal.position(), seal.hash()));
        }
    }

    @Schema(description = "What a journal was posted for")
    record SourceView(String type, UUID id, String step) {
        static SourceView of(JournalSource source) {
            return new SourceView(source.type(), source.id(), source.step());
        }
    }

    record JournalSealView(
            long position, @Schema(description = "SHA-256, hexadecimal") String hash) {}

    private LedgerViews() {}
}
