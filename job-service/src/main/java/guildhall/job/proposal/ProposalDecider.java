package guildhall.job.proposal;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.job.posting.Job;
import guildhall.job.proposal.Proposal.*;
import guildhall.job.proposal.ProposalCommand.*;
import guildhall.job.proposal.ProposalEvent.*;
import guildhall.job.proposal.ProposalRejection.*;
import guildhall.messages.party.Party;
import guildhall.runtime.decide.Decider;
import guildhall.runtime.decide.Decision;
import java.time.Duration;
import java.util.Currency;

/** Decides for one proposal. Repeating what is already so is accepted and changes nothing. */
public final class ProposalDecider
        implements Decider<ProposalCommand, Proposal, ProposalEvent, ProposalRejection> {
    private final Duration answerWithin;
    private final ProposalConsequences consequences;

    /**
     * @param answerWithin how long the client may leave a proposal unanswered before it expires
     */
    public ProposalDecider(Duration answerWithin) {
        this.answerWithin = answerWithin;
        this.consequences = new ProposalConsequences(answerWithin);
    }

    @Override
    public Proposal initial() {
        return new Absent();
    }

    @Override
    public Decision<ProposalEvent, ProposalRejection> decide(
            ProposalCommand command, Proposal state) {
        return switch (state) {
            case Absent _ ->
                    command instanceof SubmitProposal submit
                            ? submit(submit)
                            : reject(new UnknownProposal());
            case Known proposal ->
                    switch (command) {
                        case SubmitProposal submit -> repeatedSubmission(submit, proposal);
                        case TalentCommand act -> byTalent(act, proposal);
                        case ClientCommand act -> byClient(act, proposal);
                        case Consequence fact -> consequences.decide(fact, proposal);
                    };
        };
    }

    private Decision<ProposalEvent, ProposalRejection> submit(SubmitProposal submit) {
        return switch (submit.job()) {
            case Job.Open open when isOwn(submit, open) -> reject(new OwnJob());
            case Job.Open open when open.posting().isFull() -> reject(new JobFull());
            case Job.Open open -> submit(submit, open);
            // It closed by itself; telling the talent so is more use than that it is not open.
            case Job.Closed closed when closed.posting().isFull() -> reject(new JobFull());
            case Job.Closed _,
                    Job.Expired _,
                    Job.Reserved _,
                    Job.InProgress _,
                    Job.Completed _,
                    Job.Cancelled _ ->
                    reject(new JobNotOpen());
            case Job.Absent _, Job.Draft _ -> reject(new UnknownJob());
        };
    }

    private Decision<ProposalEvent, ProposalRejection> submit(SubmitProposal submit, Job.Open job) {
        var title = job.terms().title();
        var terms = submit.terms().plannedFor(title);
        var client = job.posting().client();
        var offer = new Offer(submit.id(), job.id(), title, client, submit.talent(), terms);
        return unlessUnsound(
                terms,
                job.terms().budget().currency(),
                new ProposalSubmitted(offer, submit.at(), submit.at().plus(answerWithin)));
    }

    private static boolean isOwn(SubmitProposal submit, Job.Open job) {
        var client = job.posting().client();
        return client.user().equals(submit.talent().user())
                || client.party().equals(submit.talent().party());
    }

    private static Decision<ProposalEvent, ProposalRejection> unlessUnsound(
            ProposalTerms terms, Currency currency, ProposalEvent event) {
        if (terms.bid().isZero()) {
            return reject(new BidNotPositive());
        }
        if (!terms.bid().currency().equals(currency)) {
            return reject(new BidInOtherCurrency());
        }
        return terms.addsUp() ? accept(event) : reject(new PlanDoesNotAddUp());
    }

    private static Decision<ProposalEvent, ProposalRejection> repeatedSubmission(
            SubmitProposal submit, Known proposal) {
        return proposal.offer().talent().equals(submit.talent())
                ? accept()
                : reject(new ProposalExists());
    }

    private static Decision<ProposalEvent, ProposalRejection> byTalent(
            TalentCommand command, Known proposal) {
        if (!proposal.offer().talent().party().equals(command.by())) {
            return reject(stranger(command.by(), proposal));
        }
        return switch (command) {
            case ReviseProposal revise -> revise(revise, proposal);
            case WithdrawProposal withdraw -> withdraw(withdraw, proposal);
        };
    }

    private static Decision<ProposalEvent, ProposalRejection> byClient(
            ClientCommand command, Known proposal) {
        if (!proposal.offer().client().party().equals(command.by())) {
            return reject(stranger(command.by(), proposal));
        }
        return switch (command) {
            case AdvanceProposal advance -> advance(advance, proposal);
            case RejectProposal no -> turnDown(no, proposal);
            case AcceptProposal yes -> take(yes, proposal);
        };
    }

    private static ProposalRejection stranger(Party party, Known proposal) {
        return proposal.isSeenBy(party) ? new NotYourPart() : new UnknownProposal();
    }

    private static Decision<ProposalEvent, ProposalRejection> revise(
            ReviseProposal revise, Known proposal) {
        var offer = proposal.offer();
        var terms = revise.terms().plannedFor(offer.jobTitle());
        return switch (proposal) {
            case Active _ when terms.equals(offer.terms()) -> accept();
            case Active(_, var stage, _) when stage.isAnswered() -> reject(new AlreadyAnswered());
            case Active _ ->
                    unlessUnsound(
                            terms,
                            offer.terms().bid().currency(),
                            new ProposalRevised(offer.id(), terms, revise.at()));
            case Hired _, Rejected _, Displaced _, Withdrawn _, Expired _ -> wrongStatus(proposal);
        };
    }

    private static Decision<ProposalEvent, ProposalRejection> withdraw(
            WithdrawProposal withdraw, Known proposal) {
        return switch (proposal) {
            case Active _ -> accept(new ProposalWithdrawn(withdraw.id(), withdraw.at()));
            case Withdrawn _ -> accept();
            case Hired _, Rejected _, Displaced _, Expired _ -> wrongStatus(proposal);
        };
    }

    private static Decision<ProposalEvent, ProposalRejection> advance(
            AdvanceProposal advance, Known proposal) {
        return switch (proposal) {
            case Active(_, var stage, _) when stage == advance.to() -> accept();
            case Active(_, var stage, _) when stage.compareTo(advance.to()) > 0 ->
                    reject(new AlreadyFurther(stage));
            case Active(var offer, _, _) ->
                    accept(new ProposalAdvanced(offer.id(), advance.to(), advance.at()));
            case Hired _, Rejected _, Displaced _, Withdrawn _, Expired _ -> wrongStatus(proposal);
        };
    }

    private static Decision<ProposalEvent, ProposalRejection> turnDown(
            RejectProposal no, Known proposal) {
        return switch (proposal) {
            case Active _ -> accept(new ProposalRejected(no.id(), no.at()));
            case Rejected _, Displaced _ -> accept();
            case Hired _, Withdrawn _, Expired _ -> wrongStatus(proposal);
        };
    }

    /** A repeated acceptance never comes here: the job answers it, because its seat is taken. */
    private static Decision<ProposalEvent, ProposalRejection> take(
            AcceptProposal yes, Known proposal) {
        return switch (proposal) {
            case Active _ -> accept(new ProposalAccepted(yes.id(), yes.at()));
            case Hired _, Rejected _, Displaced _, Withdrawn _, Expired _ -> wrongStatus(proposal);
        };
    }

    private static Decision<ProposalEvent, ProposalRejection> wrongStatus(Known proposal) {
        return reject(new WrongStatus(proposal.status()));
    }

    @Override
    public Proposal evolve(Proposal state, ProposalEvent event) {
        return switch (event) {
            case ProposalSubmitted e when state instanceof Absent ->
                    new Active(e.offer(), Stage.SUBMITTED, e.expiresAt());
            case ProposalRevised e when state instanceof Active(var offer, var stage, var until) ->
                    new Active(offer.with(e.terms()), stage, until);
            case ProposalAdvanced e when state instanceof Active(var offer, _, var until) ->
                    new Active(offer, e.to(), until);
            case ProposalAccepted e when state instanceof Active a -> new Hired(a.offer(), e.at());
            case ProposalRejected _ when state instanceof Active a -> new Rejected(a.offer());
            case ProposalExpired _ when state instanceof Active a -> new Expired(a.offer());
            case ProposalWithdrawn _ when state instanceof Active a -> new Withdrawn(a.offer());
            case ProposalDisplaced e when state instanceof Active(var offer, var stage, _) ->
                    new Displaced(offer, stage, e.hired());
            case ProposalReinstated e when state instanceof Displaced(var offer, var stage, _) ->
                    new Active(offer, stage, e.expiresAt());
            case ProposalOfferedAgain e when state instanceof Hired h ->
                    new Active(h.offer(), Stage.OFFERED, e.expiresAt());
            case ProposalSubmitted _,
                    ProposalRevised _,
                    ProposalAdvanced _,
                    ProposalAccepted _,
                    ProposalRejected _,
                    ProposalWithdrawn _,
                    ProposalExpired _,
                    ProposalDisplaced _,
                    ProposalReinstated _,
                    ProposalOfferedAgain _ ->
                    throw new IllegalStateException(event + " cannot follow " + state);
        };
    }
}
