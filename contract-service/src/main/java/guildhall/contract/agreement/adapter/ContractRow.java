package guildhall.contract.agreement.adapter;

import static guildhall.runtime.sql.SqlSide.side;
import static guildhall.runtime.sql.SqlTime.instant;

import guildhall.contract.agreement.Agreement;
import guildhall.contract.agreement.CancellationReason;
import guildhall.contract.agreement.Contract;
import guildhall.contract.agreement.Contract.*;
import guildhall.contract.agreement.ContractKind;
import guildhall.contract.agreement.ContractStatus;
import guildhall.contract.agreement.StoredContract;
import guildhall.contract.agreement.Terms;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.json.JsonMapper;

/** A row of the table contract as a state. */
record ContractRow(JsonMapper json) implements RowMapper<StoredContract> {
    @Override
    public StoredContract mapRow(ResultSet row, int number) throws SQLException {
        return new StoredContract(
                contract(row),
                row.getLong("position"),
                instant(row, "drafted_at"),
                row.getLong("version"));
    }

    private Contract.Agreed contract(ResultSet row) throws SQLException {
        var agreement = agreement(row);
        return switch (ContractStatus.valueOf(row.getString("status"))) {
            case DRAFT -> new Draft(agreement);
            case PENDING_FUNDING -> pending(row, agreement);
            case ACTIVE -> new Active(agreement, instant(row, "activated_at"));
            case COMPLETED ->
                    new Completed(
                            agreement,
                            instant(row, "activated_at"),
                            new Money(row.getLong("paid"), agreement.amount().currency()),
                            instant(row, "ended_at"));
            case CANCELLED -> new Cancelled(agreement, reason(row), instant(row, "ended_at"));
            case TERMINATED ->
                    new Terminated(
                            agreement, instant(row, "activated_at"), instant(row, "ended_at"));
        };
    }

    private static Contract.Agreed pending(ResultSet row, Agreement agreement) throws SQLException {
        var fundBefore = instant(row, "fund_before");
        return row.getString("reason") == null
                ? new PendingFunding(agreement, fundBefore)
                : new Cancelling(
                        agreement,
                        fundBefore,
                        reason(row),
                        instant(row, "cancellation_requested_at"));
    }

    private Agreement agreement(ResultSet row) throws SQLException {
        return new Agreement(
                new ContractId(row.getObject("id", UUID.class)),
                row.getString("number"),
                ContractKind.valueOf(row.getString("kind")),
                new JobId(row.getObject("job_id", UUID.class)),
                new ProposalId(row.getObject("proposal_id", UUID.class)),
                row.getString("title"),
                side(row, "client"),
                side(row, "talent"),
                Money.of(row.getLong("amount"), row.getString("currency")),
                json.readValue(row.getString("terms"), Terms.class));
    }

    private static CancellationReason reason(ResultSet row) throws SQLException {
        return CancellationReason.valueOf(row.getString("reason"));
    }
}
