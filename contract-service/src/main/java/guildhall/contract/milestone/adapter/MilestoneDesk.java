package guildhall.contract.milestone.adapter;

import guildhall.contract.agreement.Contract;
import guildhall.contract.agreement.ContractRole;
import guildhall.contract.agreement.Contracts;
import guildhall.contract.agreement.StoredContract;
import guildhall.contract.milestone.Escrows;
import guildhall.contract.milestone.Milestone.Approved;
import guildhall.contract.milestone.Milestone.AwaitingFunding;
import guildhall.contract.milestone.Milestone.Held;
import guildhall.contract.milestone.Milestone.Refunding;
import guildhall.contract.milestone.MilestoneCommand;
import guildhall.contract.milestone.MilestoneEvent;
import guildhall.contract.milestone.MilestoneEvent.*;
import guildhall.contract.milestone.MilestoneRejection;
import guildhall.contract.milestone.MilestoneRejection.UnknownContract;
import guildhall.contract.milestone.MilestoneRejection.UnknownMilestone;
import guildhall.contract.milestone.MilestoneView;
import guildhall.contract.milestone.Milestones;
import guildhall.contract.milestone.Outcome.Done;
import guildhall.contract.milestone.Outcome.Refused;
import guildhall.contract.milestone.Releases;
import guildhall.contract.milestone.Settlement;
import guildhall.contract.milestone.VersionedMilestone;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.MilestoneId;
import guildhall.runtime.security.Caller;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where parties and timers change milestones: one transaction that locks the contract, changes the
 * milestone and starts the movement of money that the change calls for.
 */
@Component
class MilestoneDesk {
    private final Contracts contracts;
    private final Milestones milestones;
    private final Escrows escrows;
    private final Releases releases;
    private final Settlement settlement;
    private final Clock clock;

    MilestoneDesk(
            Contracts contracts,
            Milestones milestones,
            Escrows escrows,
            Releases releases,
            Clock clock) {
        this.contracts = contracts;
        this.milestones = milestones;
        this.escrows = escrows;
        this.releases = releases;
        this.settlement = new Settlement(contracts, milestones);
        this.clock = clock;
    }

    /** What a party is told: how the milestone is now, or why it did not change. */
    sealed interface Answer {
        record Seen(MilestoneView view) implements Answer {}

        record Denied(MilestoneRejection reason) implements Answer {}
    }

    /** A party at the contract that it has locked. */
    record Seat(Contract.Agreed contract, ContractRole role) {}

    @Transactional
    public Answer change(MilestoneId id, Caller caller, Function<Seat, MilestoneCommand> command) {
        return contracts
                .lockOf(id)
                .flatMap(contract -> seat(contract, caller))
                .map(seat -> change(seat, command.apply(seat)))
                .orElse(new Answer.Denied(new UnknownMilestone()));
    }

    @Transactional
    public Answer changeIn(ContractId id, Caller caller, Function<Seat, MilestoneCommand> command) {
        return contracts
                .lock(id)
                .flatMap(contract -> seat(contract, caller))
                .map(seat -> change(seat, command.apply(seat)))
                .orElse(new Answer.Denied(new UnknownContract()));
    }

    private Answer change(Seat seat, MilestoneCommand command) {
        return switch (milestones.handle(command, seat.contract())) {
            case Refused(var reason) -> new Answer.Denied(reason);
            case Done done -> {
                follow(done, seat.contract());
                yield new Answer.Seen(view(done.milestone(), seat));
            }
        };
    }

    /** By time, not by a party. */
    @Transactional
    public void change(MilestoneCommand command) {
        var contract = contracts.lockOf(command.id()).orElseThrow();
        follow(milestones.record(command, contract), contract);
    }

    Optional<MilestoneView> see(MilestoneId id, Caller caller) {
        return milestones
                .find(id)
                .flatMap(found ->
                        seat(found.milestone().plan().contract(), caller)
                                .map(seat -> view(found, seat)));
    }

    Optional<Seat> seat(ContractId id, Caller caller) {
        return contracts
                .find(id)
                .map(StoredContract::contract)
                .flatMap(contract -> seat(contract, caller));
    }

    private static Optional<Seat> seat(Contract.Agreed contract, Caller caller) {
        return caller.actingParty()
                .flatMap(contract.agreement()::roleOf)
                .map(role -> new Seat(contract, role));
    }

    MilestoneView view(VersionedMilestone milestone, Seat seat) {
        return MilestoneView.of(milestone, seat.contract(), seat.role(), clock.instant());
    }

    private void follow(Done done, Contract.Agreed contract) {
        for (var event : done.events()) {
            follow(event, done.milestone(), contract);
        }
    }

    /** An approval without its release, or an order without its process, cannot be written. */
    private void follow(
            MilestoneEvent event, VersionedMilestone milestone, Contract.Agreed contract) {
        switch (event) {
            case FundingRequested(_, _, var at)
                    when milestone.milestone() instanceof AwaitingFunding awaiting ->
                    escrows.order(awaiting, contract.agreement(), at);
            case MilestoneApproved _ when milestone.milestone() instanceof Approved approved ->
                    releases.release(approved);
            case PartialReleaseOrdered(var part) when milestone.milestone() instanceof Held held ->
                    releases.release(held, part);
            case MilestoneCancelled(_, var at)
                    when milestone.milestone() instanceof Refunding refunding ->
                    escrows.close(refunding.plan().id(), refunding.ending().reason(), at);
            case MilestoneCancelled(_, var at) -> settlement.settle(contract, at);
            case FundingRequested _, MilestoneApproved _, PartialReleaseOrdered _ ->
                    throw new IllegalStateException(event + " left " + milestone);
            case MilestonePlanned _,
                    MilestoneEdited _,
                    FundingDeclined _,
                    FundingAbandoned _,
                    MilestoneFunded _,
                    WorkStarted _,
                    WorkSubmitted _,
                    RevisionAsked _,
                    PartialReleasePaid _,
                    MilestonePaid _,
                    MilestoneRefunded _ -> {}
        }
    }
}
