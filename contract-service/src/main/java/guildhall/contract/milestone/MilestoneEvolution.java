package guildhall.contract.milestone;

import guildhall.contract.milestone.Milestone.*;
import guildhall.contract.milestone.MilestoneEvent.*;

/** The state that follows a state and an event; everything else is our mistake. */
final class MilestoneEvolution {
    static Milestone evolve(Milestone state, MilestoneEvent event) {
        return switch (event) {
            case MilestonePlanned e when state instanceof Absent -> new Planned(e.plan());
            case MilestoneEdited e when state instanceof Known known -> edited(known, e);
            case FundingRequested e when state instanceof Planned p ->
                    new AwaitingFunding(p.plan(), e.escrow(), e.fundBefore());
            case FundingRequested e when state instanceof FundingRefused f ->
                    new AwaitingFunding(f.plan(), e.escrow(), e.fundBefore());
            case FundingDeclined e when state instanceof AwaitingFunding a ->
                    new FundingRefused(a.plan(), a.escrow(), a.fundBefore(), e.reason());
            case FundingAbandoned _ when state instanceof Unconfirmed u -> new Planned(u.plan());
            case MilestoneFunded e when state instanceof Unconfirmed u ->
                    new Funded(u.plan(), new Hold(e.escrow(), e.at()));
            case WorkStarted e when state instanceof Funded f ->
                    new InProgress(f.plan(), f.hold(), Work.started(e.at()));
            case WorkSubmitted e when state instanceof InProgress p -> submitted(p, p.work(), e);
            case WorkSubmitted e when state instanceof RevisionRequested r ->
                    submitted(r, r.work(), e);
            case RevisionAsked _ when state instanceof Submitted s ->
                    new RevisionRequested(s.plan(), s.hold(), s.work().revisionRequested());
            case PartialReleaseOrdered(var part) when state instanceof Held h ->
                    withHold(h, h.hold().with(part));
            case PartialReleasePaid(var release, var payment) when state instanceof Held h ->
                    withHold(h, h.hold().paid(release, payment));
            case MilestoneApproved e when state instanceof Submitted s ->
                    new Approved(s.plan(), s.hold(), s.work(), e.approval());
            case MilestonePaid e when state instanceof Approved a ->
                    new Paid(a.plan(), a.hold(), a.work(), a.approval(), e.payment());
            case MilestoneCancelled e when state instanceof Planned p ->
                    new Cancelled(p.plan(), new Ending(e.reason(), e.at()));
            case MilestoneCancelled e when state instanceof Unconfirmed u ->
                    new Refunding(u.plan(), u.escrow(), new Ending(e.reason(), e.at()));
            case MilestoneCancelled e when state instanceof Funded f ->
                    new Refunding(f.plan(), f.hold().escrow(), new Ending(e.reason(), e.at()));
            case MilestoneRefunded _ when state instanceof Refunding r ->
                    new Cancelled(r.plan(), r.ending());
            case MilestonePlanned _,
                    MilestoneEdited _,
                    FundingRequested _,
                    FundingDeclined _,
                    FundingAbandoned _,
                    MilestoneFunded _,
                    WorkStarted _,
                    WorkSubmitted _,
                    RevisionAsked _,
                    PartialReleaseOrdered _,
                    PartialReleasePaid _,
                    MilestoneApproved _,
                    MilestonePaid _,
                    MilestoneCancelled _,
                    MilestoneRefunded _ ->
                    throw impossible(state, event);
        };
    }

    private static Milestone submitted(Held held, Work work, WorkSubmitted e) {
        return new Submitted(held.plan(), held.hold(), work.submitted(), e.at(), e.autoApproveAt());
    }

    private static Milestone withHold(Held state, Hold hold) {
        return switch (state) {
            case Funded f -> new Funded(f.plan(), hold);
            case InProgress p -> new InProgress(p.plan(), hold, p.work());
            case Submitted s ->
                    new Submitted(s.plan(), hold, s.work(), s.submittedAt(), s.autoApproveAt());
            case RevisionRequested r -> new RevisionRequested(r.plan(), hold, r.work());
            case Approved a -> new Approved(a.plan(), hold, a.work(), a.approval());
            case Paid p -> new Paid(p.plan(), hold, p.work(), p.approval(), p.payment());
        };
    }

    private static Milestone edited(Known state, MilestoneEdited e) {
        var plan = state.plan().edited(e.title(), e.amount(), e.dueInDays());
        return switch (state) {
            case Planned _ -> new Planned(plan);
            case AwaitingFunding a -> new AwaitingFunding(plan, a.escrow(), a.fundBefore());
            case FundingRefused f ->
                    new FundingRefused(plan, f.escrow(), f.fundBefore(), f.reason());
            case Funded f -> new Funded(plan, f.hold());
            case InProgress p -> new InProgress(plan, p.hold(), p.work());
            case Submitted _, RevisionRequested _, Approved _, Paid _, Refunding _, Cancelled _ ->
                    throw impossible(state, e);
        };
    }

    private static IllegalStateException impossible(Milestone state, MilestoneEvent event) {
        return new IllegalStateException(event + " cannot follow " + state);
    }

    private MilestoneEvolution() {}
}
