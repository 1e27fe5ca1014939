package guildhall.contract.milestone.adapter;

import static guildhall.runtime.sql.SqlTime.instant;

import guildhall.contract.agreement.CancellationReason;
import guildhall.contract.milestone.Approval;
import guildhall.contract.milestone.Ending;
import guildhall.contract.milestone.Hold;
import guildhall.contract.milestone.Milestone.*;
import guildhall.contract.milestone.MilestoneStatus;
import guildhall.contract.milestone.PartialRelease;
import guildhall.contract.milestone.Payment;
import guildhall.contract.milestone.Plan;
import guildhall.contract.milestone.VersionedMilestone;
import guildhall.contract.milestone.Work;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A row of the table milestone as a state. */
record MilestoneRow(JsonMapper json) implements RowMapper<VersionedMilestone> {
    private static final TypeReference<List<PartialRelease>> PARTS = new TypeReference<>() {};

    @Override
    public VersionedMilestone mapRow(ResultSet row, int number) throws SQLException {
        return new VersionedMilestone(milestone(row), row.getLong("version"));
    }

    private Known milestone(ResultSet row) throws SQLException {
        var plan = plan(row);
        return switch (MilestoneStatus.valueOf(row.getString("status"))) {
            case PLANNED -> planned(row, plan);
            case FUNDED -> new Funded(plan, hold(row));
            case IN_PROGRESS -> new InProgress(plan, hold(row), work(row));
            case SUBMITTED ->
                    new Submitted(
                            plan,
                            hold(row),
                            work(row),
                            instant(row, "submitted_at"),
                            instant(row, "auto_approve_at"));
            case REVISION_REQUESTED -> new RevisionRequested(plan, hold(row), work(row));
            case APPROVED -> new Approved(plan, hold(row), work(row), approval(row));
            case PAID -> new Paid(plan, hold(row), work(row), approval(row), payment(row, plan));
            case CANCELLED -> cancelled(row, plan);
        };
    }

    private static Known planned(ResultSet row, Plan plan) throws SQLException {
        if (row.getObject("escrow_id") == null) {
            return new Planned(plan);
        }
        var refusal = row.getString("refusal");
        return refusal == null
                ? new AwaitingFunding(plan, escrow(row), instant(row, "fund_before"))
                : new FundingRefused(plan, escrow(row), instant(row, "fund_before"), refusal);
    }

    private static Known cancelled(ResultSet row, Plan plan) throws SQLException {
        var ending =
                new Ending(
                        CancellationReason.valueOf(row.getString("reason")),
                        instant(row, "cancelled_at"));
        return row.getObject("refunded_at") == null
                ? new Refunding(plan, escrow(row), ending)
                : new Cancelled(plan, ending);
    }

    private static Plan plan(ResultSet row) throws SQLException {
        return new Plan(
                new MilestoneId(row.getObject("id", UUID.class)),
                new ContractId(row.getObject("contract_id", UUID.class)),
                row.getInt("sequence"),
                row.getString("title"),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getInt("due_in_days"),
                row.getInt("revision_allowance"));
    }

    private Hold hold(ResultSet row) throws SQLException {
        return new Hold(
                escrow(row),
                instant(row, "funded_at"),
                json.readValue(row.getString("partial_releases"), PARTS));
    }

    private static Work work(ResultSet row) throws SQLException {
        return new Work(
                instant(row, "started_at"),
                row.getInt("submissions"),
                row.getInt("revisions_used"));
    }

    private static Approval approval(ResultSet row) throws SQLException {
        return new Approval(
                new ReleaseId(row.getObject("release_id", UUID.class)),
                row.getBoolean("automatic"),
                instant(row, "approved_at"));
    }

    private static Payment payment(ResultSet row, Plan plan) throws SQLException {
        var currency = plan.amount().currency();
        return new Payment(
                new Money(row.getLong("gross"), currency),
                new Money(row.getLong("fee"), currency),
                new Money(row.getLong("net"), currency),
                instant(row, "paid_at"));
    }

    private static EscrowId escrow(ResultSet row) throws SQLException {
        return new EscrowId(row.getObject("escrow_id", UUID.class));
    }
}
