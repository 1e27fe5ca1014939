package guildhall.contract.funding.adapter;

import guildhall.contract.funding.Funding;
import guildhall.contract.funding.Funding.*;
import guildhall.contract.funding.FundingEffect;
import guildhall.contract.funding.FundingProcess;
import guildhall.contract.funding.FundingSignal;
import guildhall.contract.funding.FundingSignal.*;
import guildhall.runtime.decide.Reaction;
import guildhall.runtime.process.OperatorAct;
import guildhall.runtime.process.ProcessManager;
import guildhall.runtime.process.ProcessStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The funding process as the runtime stores and wakes it. Its key is the milestone. */
@Component
class FundingManager implements ProcessManager<Funding, FundingSignal, FundingEffect> {
    private final FundingProcess process;
    private final FundingEffects effects;
    private final Clock clock;

    FundingManager(FundingSettings settings, FundingEffects effects, Clock clock) {
        this.process = new FundingProcess(settings.policy());
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "funding";
    }

    @Override
    public Class<Funding> stateType() {
        return Funding.class;
    }

    @Override
    public Funding initial() {
        return new NotRequested();
    }

    @Override
    public Reaction<Funding, FundingEffect> react(Funding state, FundingSignal signal) {
        return process.react(state, signal);
    }

    @Override
    public ProcessStatus statusOf(Funding state) {
        return switch (state) {
            case NotRequested _, Requested _, Refused _, Closing _ -> ProcessStatus.RUNNING;
            case Unanswered _, CloseUnanswered _ -> ProcessStatus.STUCK;
            case Funded _, Closed _ -> ProcessStatus.ENDED;
        };
    }

    @Override
    public Optional<Instant> deadlineOf(Funding state) {
        return process.deadline(state);
    }

    /** Now, not then: after a long standstill payment still gets its full time to answer. */
    @Override
    public FundingSignal deadlinePassed(Instant deadline) {
        return new DeadlinePassed(clock.instant());
    }

    @Override
    public FundingSignal operatorAct(OperatorAct act, Instant at) {
        return switch (act) {
            case RETRY -> new RetryOrdered(at);
            case SKIP -> new SkipOrdered(at);
            case COMPENSATE -> new CompensationOrdered(at);
        };
    }

    @Override
    public void perform(String businessKey, FundingEffect effect) {
        effects.perform(effect);
    }
}
