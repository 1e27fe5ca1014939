package guildhall.contract.milestone.adapter;

import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.contract.milestone.Approval;
import guildhall.contract.milestone.Ending;
import guildhall.contract.milestone.Milestone.*;
import guildhall.contract.milestone.Plan;
import guildhall.contract.milestone.Work;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a milestone in a state; what the state does not know is null. */
final class MilestoneColumns {
    private static final List<String> OPTIONAL =
            List.of(
                    "escrow_id",
                    "fund_before",
                    "refusal",
                    "funded_at",
                    "started_at",
                    "submitted_at",
                    "auto_approve_at",
                    "release_id",
                    "automatic",
                    "approved_at",
                    "gross",
                    "fee",
                    "net",
                    "paid_at",
                    "reason",
                    "cancelled_at",
                    "refunded_at");

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /**
     * @param at when the state came about
     */
    static Map<String, @Nullable Object> of(Known milestone, Instant at) {
        var columns = new MilestoneColumns();
        OPTIONAL.forEach(column -> columns.values.put(column, null));
        columns.set("status", milestone.status().name());
        columns.set("submissions", 0);
        columns.set("revisions_used", 0);
        columns.plan(milestone.plan());
        columns.state(milestone, at);
        return columns.values;
    }

    private void state(Known milestone, Instant at) {
        switch (milestone) {
            case Planned _ -> {}
            case AwaitingFunding a -> ordered(a);
            case FundingRefused f -> {
                ordered(f);
                set("refusal", f.reason());
            }
            case Funded f -> held(f);
            case InProgress p -> worked(p, p.work());
            case RevisionRequested r -> worked(r, r.work());
            case Submitted s -> {
                worked(s, s.work());
                set("submitted_at", s.submittedAt());
                set("auto_approve_at", s.autoApproveAt());
            }
            case Approved a -> approved(a, a.work(), a.approval());
            case Paid p -> {
                approved(p, p.work(), p.approval());
                set("gross", p.payment().gross().minorUnits());
                set("fee", p.payment().fee().minorUnits());
                set("net", p.payment().net().minorUnits());
                set("paid_at", p.payment().paidAt());
            }
            case Refunding r -> {
                set("escrow_id", r.escrow().value());
                ended(r.ending());
            }
            case Cancelled c -> {
                ended(c.ending());
                set("refunded_at", at);
            }
        }
    }

    private void plan(Plan plan) {
        set("title", plan.title());
        set("amount", plan.amount().minorUnits());
        set("due_in_days", plan.dueInDays());
    }

    private void ordered(Unconfirmed milestone) {
        set("escrow_id", milestone.escrow().value());
        set("fund_before", milestone.fundBefore());
    }

    private void held(Held milestone) {
        set("escrow_id", milestone.hold().escrow().value());
        set("funded_at", milestone.hold().fundedAt());
    }

    private void worked(Held milestone, Work work) {
        held(milestone);
        set("started_at", work.startedAt());
        set("submissions", work.submissions());
        set("revisions_used", work.revisionsUsed());
    }

    private void approved(Held milestone, Work work, Approval approval) {
        worked(milestone, work);
        set("release_id", approval.release().value());
        set("automatic", approval.automatic());
        set("approved_at", approval.approvedAt());
    }

    private void ended(Ending ending) {
        set("reason", ending.reason().name());
        set("cancelled_at", ending.cancelledAt());
    }

    private void set(String column, Object value) {
        values.put(column, value instanceof Instant at ? utc(at) : value);
    }
}
