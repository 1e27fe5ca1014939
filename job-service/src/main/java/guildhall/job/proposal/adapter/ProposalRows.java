package guildhall.job.proposal.adapter;

import static guildhall.runtime.sql.SqlSide.side;
import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.job.proposal.Offer;
import guildhall.job.proposal.PlannedMilestone;
import guildhall.job.proposal.Proposal.Active;
import guildhall.job.proposal.Proposal.Displaced;
import guildhall.job.proposal.Proposal.Expired;
import guildhall.job.proposal.Proposal.Hired;
import guildhall.job.proposal.Proposal.Known;
import guildhall.job.proposal.Proposal.Rejected;
import guildhall.job.proposal.Proposal.Withdrawn;
import guildhall.job.proposal.ProposalTerms;
import guildhall.job.proposal.Stage;
import guildhall.job.proposal.StoredProposal;
import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A row of {@code proposal}, read with {@code job_title}, and its columns for a state. */
final class ProposalRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<PlannedMilestone>> PLAN = new TypeReference<>() {};

    static StoredProposal read(ResultSet row, int number) throws SQLException {
        return new StoredProposal(
                proposal(row), row.getLong("version"), instant(row, "submitted_at"));
    }

    private static Known proposal(ResultSet row) throws SQLException {
        var offer = offer(row);
        return switch (row.getString("state")) {
            case "ACTIVE" -> new Active(offer, stage(row), instant(row, "expires_at"));
            case "HIRED" -> new Hired(offer, instant(row, "accepted_at"));
            case "REJECTED" -> new Rejected(offer);
            case "DISPLACED" -> {
                var hired = new ProposalId(row.getObject("displaced_by", UUID.class));
                yield new Displaced(offer, stage(row), hired);
            }
            case "WITHDRAWN" -> new Withdrawn(offer);
            case "EXPIRED" -> new Expired(offer);
            case String other -> throw new IllegalStateException("Unknown state " + other);
        };
    }

    private static Offer offer(ResultSet row) throws SQLException {
        var terms =
                new ProposalTerms(
                        Money.of(row.getLong("bid"), row.getString("currency")),
                        row.getInt("duration_days"),
                        row.getString("cover_letter"),
                        JSON.readValue(row.getString("milestones"), PLAN));
        return new Offer(
                new ProposalId(row.getObject("id", UUID.class)),
                new JobId(row.getObject("job_id", UUID.class)),
                row.getString("job_title"),
                side(row, "client"),
                side(row, "talent"),
                terms);
    }

    private static Stage stage(ResultSet row) throws SQLException {
        return Stage.valueOf(row.getString("stage"));
    }

    /** The columns that a state does not have are null. */
    static Map<String, @Nullable Object> columns(Known proposal) {
        var columns = offer(proposal.offer());
        columns.put("stage", null);
        columns.put("expires_at", null);
        columns.put("accepted_at", null);
        columns.put("displaced_by", null);
        switch (proposal) {
            case Active(_, var stage, var expiresAt) -> {
                columns.put("state", "ACTIVE");
                columns.put("stage", stage.name());
                columns.put("expires_at", utc(expiresAt));
            }
            case Hired(_, var acceptedAt) -> {
                columns.put("state", "HIRED");
                columns.put("accepted_at", utc(acceptedAt));
            }
            case Displaced(_, var stage, var hired) -> {
                columns.put("state", "DISPLACED");
                columns.put("stage", stage.name());
                columns.put("displaced_by", hired.value());
            }
            case Rejected _ -> columns.put("state", "REJECTED");
            case Withdrawn _ -> columns.put("state", "WITHDRAWN");
            case Expired _ -> columns.put("state", "EXPIRED");
        }
        return columns;
    }

    private static Map<String, @Nullable Object> offer(Offer offer) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", offer.id().value());
        columns.put("job_id", offer.job().value());
        columns.put("client_type", offer.client().party().type().name());
        columns.put("client_id", offer.client().party().id());
        columns.put("client_user", offer.client().user().value());
        columns.put("talent_type", offer.talent().party().type().name());
        columns.put("talent_id", offer.talent().party().id());
        columns.put("talent_user", offer.talent().user().value());
        columns.put("bid", offer.terms().bid().minorUnits());
        columns.put("currency", offer.terms().bid().currency().getCurrencyCode());
        columns.put("duration_days", offer.terms().durationDays());
        columns.put("cover_letter", offer.terms().coverLetter());
        columns.put("milestones", JSON.writeValueAsString(offer.terms().milestones()));
        return columns;
    }

    private ProposalRows() {}
}
