package guildhall.contract.milestone;

import guildhall.contract.agreement.CancellationReason;
import guildhall.contract.agreement.Contract;
import guildhall.contract.agreement.ContractRole;
import guildhall.contract.milestone.Milestone.*;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A milestone as one of its parties sees it over HTTP.
 *
 * @param dueAt known once the money is in escrow
 * @param overdue due, and the talent has not delivered
 * @param funding absent before an escrow was ordered
 * @param partialReleases what the client paid before the approval, oldest first
 * @param payment what the approval paid, beside them
 * @param ifCancelled who would get how much of the held money, when CANCEL is among the actions
 * @param actions what this party may do next
 */
public record MilestoneView(
        MilestoneId id,
        ContractId contractId,
        int sequence,
        String title,
        Money amount,
        MilestoneStatus status,
        int dueInDays,
        @Nullable Instant dueAt,
        boolean overdue,
        @Nullable Funding funding,
        @Nullable Progress progress,
        List<PartialRelease> partialReleases,
        @Nullable Approval approval,
        @Nullable Payment payment,
        @Nullable Cancellation cancellation,
        @Nullable Entitlement ifCancelled,
        int revisionAllowance,
        ContractRole role,
        List<MilestoneAction> actions,
        long version) {
    public MilestoneView {
        partialReleases = List.copyOf(partialReleases);
        actions = List.copyOf(actions);
    }

    /**
     * @param state REQUESTED, REFUSED, HELD, RETURNING or PAID_OUT
     * @param refusal as payment gave it, such as INSUFFICIENT_FUNDS: top up and ask again; only the
     *     client sees it
     */
    public record Funding(
            String state,
            EscrowId escrowId,
            @Nullable Instant fundBefore,
            @Nullable String refusal,
            @Nullable Instant fundedAt) {}

    /**
     * @param autoApproveAt unless the client answers before, the work is approved then
     */
    public record Progress(
            Instant startedAt,
            int submissions,
            int revisionsUsed,
            @Nullable Instant submittedAt,
            @Nullable Instant autoApproveAt) {}

    /** Why the milestone was given up. */
    public record Cancellation(CancellationReason reason, Instant cancelledAt) {}

    public static MilestoneView of(
            VersionedMilestone versioned, Contract contract, ContractRole role, Instant now) {
        var milestone = versioned.milestone();
        var plan = milestone.plan();
        var dueAt = dueAt(milestone);
        var actions = MilestoneAction.open(milestone, contract, role, now);
        return new MilestoneView(
                plan.id(),
                plan.contract(),
                plan.sequence(),
                plan.title(),
                plan.amount(),
                milestone.status(),
                plan.dueInDays(),
                dueAt,
                dueAt != null && isOwed(milestone) && now.isAfter(dueAt),
                funding(milestone, role),
                progress(milestone),
                milestone instanceof Held h ? h.hold().partialReleases() : List.of(),
                approval(milestone),
                milestone instanceof Paid p ? p.payment() : null,
                cancellation(milestone),
                actions.contains(MilestoneAction.CANCEL)
                        ? Entitlement.of(milestone).orElse(null)
                        : null,
                plan.revisionAllowance(),
                role,
                actions,
                versioned.version());
    }

    private static @Nullable Instant dueAt(Known milestone) {
        return milestone instanceof Held h
                ? h.hold().fundedAt().plus(Duration.ofDays(h.plan().dueInDays()))
                : null;
    }

    private static boolean isOwed(Known milestone) {
        return milestone instanceof Funded
                || milestone instanceof InProgress
                || milestone instanceof RevisionRequested;
    }

    private static @Nullable Funding funding(Known milestone, ContractRole role) {
        return switch (milestone) {
            case Planned _, Cancelled _ -> null;
            case AwaitingFunding a ->
                    new Funding("REQUESTED", a.escrow(), a.fundBefore(), null, null);
            case FundingRefused f ->
                    new Funding(
                            "REFUSED",
                            f.escrow(),
                            f.fundBefore(),
                            role == ContractRole.CLIENT ? f.reason() : null,
                            null);
            case Refunding r -> new Funding("RETURNING", r.escrow(), null, null, null);
            case Paid p -> held("PAID_OUT", p.hold());
            case Held h -> held("HELD", h.hold());
        };
    }

    private static Funding held(String state, Hold hold) {
        return new Funding(state, hold.escrow(), null, null, hold.fundedAt());
    }

    private static @Nullable Progress progress(Known milestone) {
        return switch (milestone) {
            case InProgress p -> progress(p.work(), null, null);
            case Submitted s -> progress(s.work(), s.submittedAt(), s.autoApproveAt());
            case RevisionRequested r -> progress(r.work(), null, null);
            case Approved a -> progress(a.work(), null, null);
            case Paid p -> progress(p.work(), null, null);
            case Planned _, Unconfirmed _, Funded _, Refunding _, Cancelled _ -> null;
        };
    }

    private static Progress progress(
            Work work, @Nullable Instant submittedAt, @Nullable Instant autoApproveAt) {
        return new Progress(
                work.startedAt(),
                work.submissions(),
                work.revisionsUsed(),
                submittedAt,
                autoApproveAt);
    }

    private static @Nullable Approval approval(Known milestone) {
        return switch (milestone) {
            case Approved a -> a.approval();
            case Paid p -> p.approval();
            case Planned _,
                    Unconfirmed _,
                    Funded _,
                    InProgress _,
                    Submitted _,
                    RevisionRequested _,
                    Refunding _,
                    Cancelled _ ->
                    null;
        };
    }

    private static @Nullable Cancellation cancellation(Known milestone) {
        return switch (milestone) {
            case Refunding r -> cancellation(r.ending());
            case Cancelled c -> cancellation(c.ending());
            case Planned _, Unconfirmed _, Held _ -> null;
        };
    }

    private static Cancellation cancellation(Ending ending) {
        return new Cancellation(ending.reason(), ending.cancelledAt());
    }
}
