package guildhall.payment.reconciliation;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.messages.party.PartyType;
import guildhall.payment.reconciliation.Difference.Absent;
import guildhall.payment.reconciliation.Difference.Open;
import guildhall.payment.reconciliation.Difference.Outcome.Decided;
import guildhall.payment.reconciliation.Difference.Outcome.Explained;
import guildhall.payment.reconciliation.Difference.Proposed;
import guildhall.payment.reconciliation.Difference.Settled;
import guildhall.payment.reconciliation.DifferenceCommand.ApproveSettlement;
import guildhall.payment.reconciliation.DifferenceCommand.Explain;
import guildhall.payment.reconciliation.DifferenceCommand.NoteDifference;
import guildhall.payment.reconciliation.DifferenceCommand.ProposeSettlement;
import guildhall.payment.reconciliation.DifferenceCommand.RejectSettlement;
import guildhall.payment.reconciliation.DifferenceEvent.DifferenceExplained;
import guildhall.payment.reconciliation.DifferenceEvent.DifferenceFound;
import guildhall.payment.reconciliation.DifferenceEvent.SettlementApproved;
import guildhall.payment.reconciliation.DifferenceEvent.SettlementProposed;
import guildhall.payment.reconciliation.DifferenceEvent.SettlementRejected;
import guildhall.payment.reconciliation.DifferenceRejection.AlreadySettled;
import guildhall.payment.reconciliation.DifferenceRejection.NothingProposed;
import guildhall.payment.reconciliation.DifferenceRejection.ProposalPending;
import guildhall.payment.reconciliation.DifferenceRejection.SamePerson;
import guildhall.payment.reconciliation.DifferenceRejection.SettlementDoesNotFit;
import guildhall.payment.reconciliation.DifferenceRejection.UnknownDifference;
import guildhall.payment.reconciliation.Finding.Missing;
import guildhall.payment.reconciliation.Finding.Unexplained;
import guildhall.payment.reconciliation.Settlement.Reversal;
import guildhall.payment.reconciliation.Settlement.ToMovement;
import guildhall.payment.reconciliation.Settlement.ToWallet;
import guildhall.payment.reconciliation.Settlement.WriteOff;
import guildhall.runtime.decide.Decider;
import guildhall.runtime.decide.Decision;

/** One difference: settled by two people, or by itself. */
public final class DifferenceDecider
        implements Decider<DifferenceCommand, Difference, DifferenceEvent, DifferenceRejection> {

    @Override
    public Difference initial() {
        return new Absent();
    }

    @Override
    public Decision<DifferenceEvent, DifferenceRejection> decide(
            DifferenceCommand command, Difference state) {
        return switch (command) {
            case NoteDifference note -> note(note, state);
            case ProposeSettlement propose -> propose(propose, state);
            case ApproveSettlement approve -> approve(approve, state);
            case RejectSettlement rejection -> rejectProposal(rejection, state);
            case Explain explain -> explain(explain, state);
        };
    }

    private static Decision<DifferenceEvent, DifferenceRejection> note(
            NoteDifference note, Difference state) {
        return switch (state) {
            case Absent _ -> accept(new DifferenceFound(note.id(), note.finding(), note.at()));
            case Open _, Proposed _, Settled _ -> accept();
        };
    }

    private static Decision<DifferenceEvent, DifferenceRejection> propose(
            ProposeSettlement propose, Difference state) {
        return switch (state) {
            case Open open ->
                    fits(propose.proposal().settlement(), open.finding())
                            ? accept(new SettlementProposed(open.id(), propose.proposal()))
                            : reject(new SettlementDoesNotFit());
            case Proposed _ -> reject(new ProposalPending());
            case Settled _ -> reject(new AlreadySettled());
            case Absent _ -> reject(new UnknownDifference());
        };
    }

    private static boolean fits(Settlement settlement, Finding finding) {
        return switch (finding) {
            case Unexplained(var entry) ->
                    switch (settlement) {
                        case ToWallet(var owner) -> owner.type() != PartyType.PLATFORM;
                        case ToMovement(var movement) ->
                                movement.currency().equals(entry.currency())
                                        && Long.signum(movement.change())
                                                == Long.signum(entry.change());
                        case WriteOff _ -> true;
                        case Reversal _ -> false;
                    };
            case Missing _ ->
                    switch (settlement) {
                        case WriteOff _, Reversal _ -> true;
                        case ToWallet _, ToMovement _ -> false;
                    };
        };
    }

    private static Decision<DifferenceEvent, DifferenceRejection> approve(
            ApproveSettlement approve, Difference state) {
        return switch (state) {
            case Proposed(var id, var finding, _, var proposal) ->
                    proposal.by().equals(approve.by())
                            ? reject(new SamePerson())
                            : accept(
                                    new SettlementApproved(
                                            id, finding, proposal, approve.by(), approve.at()));
            case Open _ -> reject(new NothingProposed());
            case Settled _ -> reject(new AlreadySettled());
            case Absent _ -> reject(new UnknownDifference());
        };
    }

    private static Decision<DifferenceEvent, DifferenceRejection> rejectProposal(
            RejectSettlement rejection, Difference state) {
        return switch (state) {
            case Proposed proposed ->
                    accept(new SettlementRejected(proposed.id(), rejection.by(), rejection.at()));
            case Open _ -> reject(new NothingProposed());
            case Settled _ -> reject(new AlreadySettled());
            case Absent _ -> reject(new UnknownDifference());
        };
    }

    private static Decision<DifferenceEvent, DifferenceRejection> explain(
            Explain explain, Difference state) {
        return switch (state) {
            case Open(var id, var finding, _) ->
                    accept(new DifferenceExplained(id, finding, explain.at()));
            case Proposed(var id, var finding, _, _) ->
                    accept(new DifferenceExplained(id, finding, explain.at()));
            case Settled _ -> reject(new AlreadySettled());
            case Absent _ -> reject(new UnknownDifference());
        };
    }

    @Override
    public Difference evolve(Difference state, DifferenceEvent event) {
        return switch (event) {
            case DifferenceFound(var id, var finding, var at) when state instanceof Absent ->
                    new Open(id, finding, at);
            case SettlementProposed(_, var proposal) when state instanceof Open open ->
                    new Proposed(open.id(), open.finding(), open.foundAt(), proposal);
            case SettlementApproved e when state instanceof Proposed proposed ->
                    new Settled(
                            proposed.id(),
                            proposed.finding(),
                            proposed.foundAt(),
                            new Decided(e.proposal(), e.by(), e.at()));
            case SettlementRejected _ when state instanceof Proposed proposed ->
                    new Open(proposed.id(), proposed.finding(), proposed.foundAt());
            case DifferenceExplained e when state instanceof Open open ->
                    new Settled(open.id(), open.finding(), open.foundAt(), new Explained(e.at()));
            case DifferenceExplained e when state instanceof Proposed proposed ->
                    new Settled(
                            proposed.id(),
                            proposed.finding(),
                            proposed.foundAt(),
                            new Explained(e.at()));
            case DifferenceFound _,
                    SettlementProposed _,
                    SettlementApproved _,
                    SettlementRejected _,
                    DifferenceExplained _ ->
                    throw new IllegalStateException(event + " cannot follow " + state);
        };
    }
}
