package guildhall.contract.milestone.adapter;

import guildhall.contract.agreement.Agreement;
import guildhall.contract.milestone.Approval;
import guildhall.contract.milestone.Milestone.Held;
import guildhall.contract.milestone.Milestone.Known;
import guildhall.contract.milestone.Milestone.Paid;
import guildhall.contract.milestone.MilestoneEvent;
import guildhall.contract.milestone.MilestoneEvent.*;
import guildhall.contract.milestone.Payment;
import guildhall.contract.milestone.Plan;
import guildhall.messages.Message;
import guildhall.messages.contract.MilestoneEvents.*;
import guildhall.messages.open.PublicContracts.PublicMilestonePaidV1;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the world hears about a milestone. */
final class MilestoneMessages {
    static List<Message> of(Agreement agreement, Known after, MilestoneEvent event) {
        var plan = after.plan();
        return switch (event) {
            case MilestoneFunded e -> List.of(funded(agreement, plan, e));
            case WorkSubmitted e -> List.of(submitted(agreement, plan, e));
            case RevisionAsked e -> List.of(revision(agreement, plan, e));
            case MilestoneApproved(var approval) when after instanceof Held held ->
                    List.of(approved(agreement, held, approval));
            case PartialReleasePaid(_, var payment) when after instanceof Held held ->
                    List.of(partPaid(agreement, held, payment));
            case MilestonePaid(var payment) when after instanceof Paid paid ->
                    List.of(
                            paid(agreement, paid),
                            new PublicMilestonePaidV1(agreement.id(), plan.id(), payment.paidAt()));
            case MilestoneCancelled e -> List.of(cancelled(agreement, plan, e));
            case MilestonePlanned _,
                    MilestoneEdited _,
                    FundingRequested _,
                    FundingDeclined _,
                    FundingAbandoned _,
                    WorkStarted _,
                    PartialReleaseOrdered _,
                    MilestoneRefunded _ ->
                    List.of();
            case MilestoneApproved _, PartialReleasePaid _, MilestonePaid _ ->
                    throw new IllegalStateException(event + " left " + after);
        };
    }

    private static Message funded(Agreement agreement, Plan plan, MilestoneFunded e) {
        return new MilestoneFundedV1(
                plan.id(),
                agreement.id(),
                plan.title(),
                agreement.client(),
                agreement.talent(),
                plan.amount(),
                e.escrow(),
                e.at());
    }

    private static Message submitted(Agreement agreement, Plan plan, WorkSubmitted e) {
        return new WorkSubmittedV1(
                plan.id(),
                agreement.id(),
                plan.title(),
                agreement.client(),
                agreement.talent(),
                e.submission(),
                e.notes(),
                e.at(),
                e.autoApproveAt());
    }

    private static Message revision(Agreement agreement, Plan plan, RevisionAsked e) {
        return new RevisionRequestedV1(
                plan.id(),
                agreement.id(),
                plan.title(),
                agreement.client(),
                agreement.talent(),
                e.revision(),
                e.reason(),
                e.at());
    }

    private static Message approved(Agreement agreement, Held held, Approval approval) {
        return new MilestoneApprovedV1(
                held.plan().id(),
                agreement.id(),
                held.plan().title(),
                agreement.client(),
                agreement.talent(),
                held.plan().amount(),
                held.hold().escrow(),
                approval.release(),
                approval.automatic(),
                approval.approvedAt(),
                held.hold().partialReleases().isEmpty() ? null : held.rest());
    }

    private static Message partPaid(Agreement agreement, Held held, Payment payment) {
        return new MilestonePartPaidV1(
                held.plan().id(),
                agreement.id(),
                held.plan().title(),
                agreement.client(),
                agreement.talent(),
                payment.gross(),
                payment.fee(),
                payment.net(),
                held.stillHeld(),
                payment.paidAt());
    }

    private static Message paid(Agreement agreement, Paid milestone) {
        var plan = milestone.plan();
        var payment = milestone.payment();
        return new MilestonePaidV1(
                plan.id(),
                agreement.id(),
                plan.title(),
                agreement.client(),
                agreement.talent(),
                payment.gross(),
                payment.fee(),
                payment.net(),
                payment.paidAt(),
                total(milestone));
    }

    /** Absent when the approval paid everything. */
    private static @Nullable PaymentSumV1 total(Paid milestone) {
        var total = milestone.total();
        return total.equals(milestone.payment())
                ? null
                : new PaymentSumV1(total.gross(), total.fee(), total.net());
    }

    private static Message cancelled(Agreement agreement, Plan plan, MilestoneCancelled e) {
        return new MilestoneCancelledV1(
                plan.id(),
                agreement.id(),
                plan.title(),
                agreement.client(),
                agreement.talent(),
                e.reason().name(),
                e.at());
    }

    private MilestoneMessages() {}
}
