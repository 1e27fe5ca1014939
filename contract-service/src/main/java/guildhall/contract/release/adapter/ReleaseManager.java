package guildhall.contract.release.adapter;

import guildhall.contract.release.Release;
import guildhall.contract.release.Release.*;
import guildhall.contract.release.ReleaseEffect;
import guildhall.contract.release.ReleaseProcess;
import guildhall.contract.release.ReleaseSignal;
import guildhall.contract.release.ReleaseSignal.*;
import guildhall.runtime.decide.Reaction;
import guildhall.runtime.process.OperatorAct;
import guildhall.runtime.process.ProcessManager;
import guildhall.runtime.process.ProcessStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The release process as the runtime stores and wakes it. Its key is the milestone, or the release
 * itself when it is a partial one.
 */
@Component
class ReleaseManager implements ProcessManager<Release, ReleaseSignal, ReleaseEffect> {
    private final ReleaseProcess process;
    private final ReleaseEffects effects;
    private final Clock clock;

    ReleaseManager(ReleaseSettings settings, ReleaseEffects effects, Clock clock) {
        this.process = new ReleaseProcess(settings.policy());
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "release";
    }

    @Override
    public Class<Release> stateType() {
        return Release.class;
    }

    @Override
    public Release initial() {
        return new NotApproved();
    }

    @Override
    public Reaction<Release, ReleaseEffect> react(Release state, ReleaseSignal signal) {
        return process.react(state, signal);
    }

    @Override
    public ProcessStatus statusOf(Release state) {
        return switch (state) {
            case NotApproved _, Releasing _, Frozen _ -> ProcessStatus.RUNNING;
            case Stuck _ -> ProcessStatus.STUCK;
            case Released _ -> ProcessStatus.ENDED;
        };
    }

    @Override
    public Optional<Instant> deadlineOf(Release state) {
        return process.deadline(state);
    }

    /** Now, not then: after a long standstill payment still gets its full time to answer. */
    @Override
    public ReleaseSignal deadlinePassed(Instant deadline) {
        return new DeadlinePassed(clock.instant());
    }

    @Override
    public ReleaseSignal operatorAct(OperatorAct act, Instant at) {
        return switch (act) {
            case RETRY -> new RetryOrdered(at);
            case SKIP -> new SkipOrdered(at);
            case COMPENSATE -> new CompensationOrdered(at);
        };
    }

    @Override
    public void perform(String businessKey, ReleaseEffect effect) {
        effects.perform(effect);
    }
}
