package guildhall.contract.milestone.adapter;

import guildhall.contract.milestone.MilestoneCommand.ApproveUnanswered;
import guildhall.contract.milestone.Milestones;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.ReleaseId;
import guildhall.runtime.id.Ids;
import guildhall.runtime.timer.TimerHandler;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The client stayed silent: work counts as approved (process C3, approval by time). */
@Component
class ReviewOver implements TimerHandler {
    private final MilestoneDesk desk;
    private final Clock clock;

    ReviewOver(MilestoneDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Milestones.REVIEW_TIMER;
    }

    @Override
    public void fire(String key) {
        desk.change(
                new ApproveUnanswered(
                        MilestoneId.of(key), new ReleaseId(Ids.next()), clock.instant()));
    }
}
