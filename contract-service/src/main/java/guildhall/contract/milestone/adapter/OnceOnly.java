package guildhall.contract.milestone.adapter;

import guildhall.contract.milestone.AppliedRequests;
import guildhall.contract.milestone.MilestoneCommand;
import guildhall.contract.milestone.MilestoneRejection.UnknownMilestone;
import guildhall.contract.milestone.adapter.MilestoneDesk.Answer;
import guildhall.contract.milestone.adapter.MilestoneDesk.Seat;
import guildhall.messages.id.MilestoneId;
import guildhall.runtime.idempotency.IdempotencyKey;
import guildhall.runtime.security.Caller;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a request change a milestone once. The answer to a first try may get lost after its commit,
 * before it was stored for replay; the retry of such a request is told how the milestone is now.
 */
@Component
class OnceOnly {
    private final MilestoneDesk desk;
    private final AppliedRequests applied;

    OnceOnly(MilestoneDesk desk, AppliedRequests applied) {
        this.desk = desk;
        this.applied = applied;
    }

    @Transactional
    public Answer change(
            MilestoneId id,
            Caller caller,
            IdempotencyKey key,
            Function<Seat, MilestoneCommand> command) {
        if (!applied.add(key.id())) {
            return desk.see(id, caller)
                    .<Answer>map(Answer.Seen::new)
                    .orElseGet(() -> new Answer.Denied(new UnknownMilestone()));
        }
        var answer = desk.change(id, caller, command);
        if (answer instanceof Answer.Denied) {
            applied.remove(key.id());
        }
        return answer;
    }
}
