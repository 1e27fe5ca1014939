package guildhall.job.posting.adapter;

import static guildhall.runtime.sql.SqlSide.side;
import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.instantOrNull;

import guildhall.job.posting.Budget;
import guildhall.job.posting.ClosingReason;
import guildhall.job.posting.Job.Cancelled;
import guildhall.job.posting.Job.Closed;
import guildhall.job.posting.Job.Completed;
import guildhall.job.posting.Job.Draft;
import guildhall.job.posting.Job.Expired;
import guildhall.job.posting.Job.Hirable;
import guildhall.job.posting.Job.InProgress;
import guildhall.job.posting.Job.Known;
import guildhall.job.posting.Job.Open;
import guildhall.job.posting.Job.Reserved;
import guildhall.job.posting.JobKind;
import guildhall.job.posting.JobTerms;
import guildhall.job.posting.Level;
import guildhall.job.posting.Posting;
import guildhall.job.posting.StoredJob;
import guildhall.job.posting.Tally;
import guildhall.job.posting.Visibility;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Reads a row of {@code job}. */
final class JobRows {

    static StoredJob read(ResultSet row, int number) throws SQLException {
        return new StoredJob(job(row), row.getLong("version"), instant(row, "created_at"));
    }

    private static Known job(ResultSet row) throws SQLException {
        var posting = posting(row);
        return switch (row.getString("state")) {
            case "DRAFT" -> new Draft(posting);
            case "OPEN" -> open(row, posting);
            case "CLOSED" -> closed(row, posting);
            case "EXPIRED" -> new Expired(posting, instant(row, "published_at"));
            case "RESERVED" -> new Reserved(before(row, posting), proposal(row));
            case "IN_PROGRESS" ->
                    new InProgress(
                            posting, instant(row, "published_at"), proposal(row), contract(row));
            case "COMPLETED" ->
                    new Completed(
                            posting, instant(row, "published_at"), proposal(row), contract(row));
            case "CANCELLED" -> new Cancelled(posting);
            case String other -> throw new IllegalStateException("Unknown state " + other);
        };
    }

    private static Hirable before(ResultSet row, Posting posting) throws SQLException {
        return row.getString("closing_reason") == null ? open(row, posting) : closed(row, posting);
    }

    private static Open open(ResultSet row, Posting posting) throws SQLException {
        return new Open(posting, instant(row, "published_at"), instant(row, "expires_at"));
    }

    private static Closed closed(ResultSet row, Posting posting) throws SQLException {
        var reason = ClosingReason.valueOf(row.getString("closing_reason"));
        return new Closed(posting, instant(row, "published_at"), reason);
    }

    private static Posting posting(ResultSet row) throws SQLException {
        return new Posting(
                new JobId(row.getObject("id", UUID.class)),
                side(row, "client"),
                terms(row),
                new Tally(row.getInt("proposals_active"), row.getInt("proposals_received")));
    }

    private static JobTerms terms(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new JobTerms(
                row.getString("title"),
                row.getString("description"),
                row.getString("category"),
                JobKind.valueOf(row.getString("kind")),
                Level.valueOf(row.getString("level")),
                strings(row, "skills"),
                strings(row, "tags"),
                new Budget(
                        Money.of(row.getLong("budget_min"), currency),
                        Money.of(row.getLong("budget_max"), currency)),
                row.getString("location"),
                row.getBoolean("remote"),
                instantOrNull(row, "deadline"),
                Visibility.valueOf(row.getString("visibility")),
                row.getInt("max_proposals"));
    }

    private static ProposalId proposal(ResultSet row) throws SQLException {
        return new ProposalId(row.getObject("proposal_id", UUID.class));
    }

    private static ContractId contract(ResultSet row) throws SQLException {
        return new ContractId(row.getObject("contract_id", UUID.class));
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private JobRows() {}
}
