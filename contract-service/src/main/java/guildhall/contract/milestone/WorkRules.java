package guildhall.contract.milestone;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.contract.milestone.Milestone.*;
import guildhall.contract.milestone.MilestoneCommand.*;
import guildhall.contract.milestone.MilestoneEvent.*;
import guildhall.contract.milestone.MilestoneRejection.*;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.id.UserId;
import guildhall.runtime.decide.Decision;
import java.time.Instant;

/** How funded work is started, delivered, changed, approved and paid. */
final class WorkRules {
    static Decision<MilestoneEvent, MilestoneRejection> start(StartWork start, Milestone state) {
        return switch (state) {
            case Funded _ -> accept(new WorkStarted(start.at()));
            case InProgress _, RevisionRequested _ -> accept();
            case Planned _, Unconfirmed _ -> reject(new NotFunded());
            case Submitted _ -> reject(new AlreadySubmitted());
            case Approved _, Paid _ -> reject(new AlreadyApproved());
            case Refunding _, Cancelled _ -> reject(new AlreadyCancelled());
            case Absent _ -> reject(new UnknownMilestone());
        };
    }

    static Decision<MilestoneEvent, MilestoneRejection> submit(SubmitWork submit, Milestone state) {
        return switch (state) {
            // Delivering what was never started starts it: nobody is sent away for a formality.
            case Funded _ -> accept(new WorkStarted(submit.at()), submission(submit, 1));
            case InProgress p -> accept(submission(submit, p.work().submissions() + 1));
            case RevisionRequested r -> accept(submission(submit, r.work().submissions() + 1));
            case Planned _, Unconfirmed _ -> reject(new NotFunded());
            case Submitted _ -> reject(new AlreadySubmitted());
            case Approved _, Paid _ -> reject(new AlreadyApproved());
            case Refunding _, Cancelled _ -> reject(new AlreadyCancelled());
            case Absent _ -> reject(new UnknownMilestone());
        };
    }

    private static WorkSubmitted submission(SubmitWork submit, int number) {
        return new WorkSubmitted(
                number, submit.user(), submit.notes(), submit.autoApproveAt(), submit.at());
    }

    static Decision<MilestoneEvent, MilestoneRejection> requestRevision(
            RequestRevision request, Milestone state) {
        return switch (state) {
            case Submitted s when s.work().revisionsUsed() >= s.plan().revisionAllowance() ->
                    reject(new RevisionsUsedUp(s.plan().revisionAllowance()));
            case Submitted s -> accept(revision(s.work(), request));
            case Planned _, Unconfirmed _, Funded _, InProgress _, RevisionRequested _ ->
                    reject(new NothingSubmitted());
            case Approved _, Paid _ -> reject(new AlreadyApproved());
            case Refunding _, Cancelled _ -> reject(new AlreadyCancelled());
            case Absent _ -> reject(new UnknownMilestone());
        };
    }

    private static RevisionAsked revision(Work work, RequestRevision request) {
        UserId by = request.user();
        return new RevisionAsked(
                work.revisionsUsed() + 1, work.submissions(), by, request.reason(), request.at());
    }

    static Decision<MilestoneEvent, MilestoneRejection> approve(
            ApproveWork approve, Milestone state) {
        return switch (state) {
            case Submitted _ -> accept(approval(approve.release(), false, approve.at()));
            case Approved _, Paid _ -> accept(); // A retry finds its own result.
            case Planned _, Unconfirmed _, Funded _, InProgress _, RevisionRequested _ ->
                    reject(new NothingSubmitted());
            case Refunding _, Cancelled _ -> reject(new AlreadyCancelled());
            case Absent _ -> reject(new UnknownMilestone());
        };
    }

    /** The timer may be early (a newer submission moved the window) or late (it was answered). */
    static Decision<MilestoneEvent, MilestoneRejection> approveUnanswered(
            ApproveUnanswered approve, Milestone state) {
        return switch (state) {
            case Submitted s when !approve.at().isBefore(s.autoApproveAt()) ->
                    accept(approval(approve.release(), true, approve.at()));
            case Known _ -> accept();
            case Absent _ -> reject(new UnknownMilestone());
        };
    }

    private static MilestoneApproved approval(ReleaseId release, boolean automatic, Instant at) {
        return new MilestoneApproved(new Approval(release, automatic, at));
    }

    static Decision<MilestoneEvent, MilestoneRejection> confirmPayment(
            ConfirmPayment confirm, Milestone state) {
        return switch (state) {
            case Approved a when a.approval().release().equals(confirm.release()) ->
                    accept(new MilestonePaid(confirm.payment()));
            case Paid p when p.approval().release().equals(confirm.release()) -> accept();
            case Held h when h.hold().partialRelease(confirm.release()).isPresent() ->
                    PartialReleaseRules.confirm(
                            confirm, h.hold().partialRelease(confirm.release()).orElseThrow());
            case Known _ -> reject(new NotApproved());
            case Absent _ -> reject(new UnknownMilestone());
        };
    }

    private WorkRules() {}
}
