package guildhall.contract.milestone.adapter;

import guildhall.contract.milestone.Milestone.Known;
import guildhall.contract.milestone.MilestoneEvent;
import guildhall.contract.milestone.MilestoneEvent.*;
import guildhall.contract.milestone.Milestones;
import guildhall.runtime.timer.Timers;
import org.springframework.stereotype.Component;

/** Keeps the timer that approves work which the client does not judge in time. */
@Component
class ReviewWindow {
    private final Timers timers;

    ReviewWindow(Timers timers) {
        this.timers = timers;
    }

    void follow(Known milestone, MilestoneEvent event) {
        var key = milestone.plan().id().toString();
        switch (event) {
            case WorkSubmitted submitted ->
                    timers.schedule(Milestones.REVIEW_TIMER, key, submitted.autoApproveAt());
            case RevisionAsked _, MilestoneApproved _ ->
                    timers.cancel(Milestones.REVIEW_TIMER, key);
            case MilestonePlanned _,
                    MilestoneEdited _,
                    FundingRequested _,
                    FundingDeclined _,
                    FundingAbandoned _,
                    MilestoneFunded _,
                    WorkStarted _,
                    PartialReleaseOrdered _,
                    PartialReleasePaid _,
                    MilestonePaid _,
                    MilestoneCancelled _,
                    MilestoneRefunded _ -> {}
        }
    }
}
