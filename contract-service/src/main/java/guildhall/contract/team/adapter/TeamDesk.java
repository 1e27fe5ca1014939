package guildhall.contract.team.adapter;

import guildhall.contract.activity.Activity;
import guildhall.contract.activity.Activity.Change;
import guildhall.contract.activity.Activity.Subject;
import guildhall.contract.activity.Actor;
import guildhall.contract.activity.Timeline;
import guildhall.contract.agreement.Agreement;
import guildhall.contract.agreement.Contract;
import guildhall.contract.agreement.Contract.*;
import guildhall.contract.agreement.ContractRole;
import guildhall.contract.agreement.Contracts;
import guildhall.contract.agreement.StoredContract;
import guildhall.contract.team.ShareOffer;
import guildhall.contract.team.Team;
import guildhall.contract.team.TeamRejection;
import guildhall.contract.team.TeamRejection.*;
import guildhall.contract.team.Teams;
import guildhall.messages.id.ContractId;
import guildhall.messages.party.Side;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.outbox.Outbox;
import guildhall.runtime.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a team changes: one transaction that locks the contract. */
@Component
class TeamDesk {
    private final Contracts contracts;
    private final Teams teams;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Clock clock;

    TeamDesk(Contracts contracts, Teams teams, Timeline timeline, Outbox outbox, Clock clock) {
        this.contracts = contracts;
        this.teams = teams;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What the caller is told: how the team is now, or why it did not change. */
    sealed interface Answer {
        record Seen(Team team) implements Answer {}

        record Denied(TeamRejection reason) implements Answer {}
    }

    @Transactional
    public Answer offer(ContractId id, List<ShareOffer> shares, Caller caller) {
        var locked = contracts.lock(id);
        var role = locked.flatMap(contract -> role(contract, caller));
        if (locked.isEmpty() || role.isEmpty()) {
            return new Answer.Denied(new UnknownContract());
        }
        if (role.get() != ContractRole.TALENT) {
            return new Answer.Denied(new OnlyTheTalent());
        }
        var talent = new Side(caller.requireParty(), caller.user());
        var now = clock.instant();
        return change(locked.get(), "team-offered", now, team -> team.offer(shares, talent, now));
    }

    @Transactional
    public Answer join(ContractId id, int basisPoints, Caller caller) {
        var member = caller.asTalent();
        var contract = contracts.lock(id);
        if (contract.isEmpty() || member.isEmpty()) {
            return new Answer.Denied(new UnknownContract());
        }
        var now = clock.instant();
        return change(
                contract.get(),
                "team-joined",
                now,
                team -> team.join(member.get(), basisPoints, now));
    }

    /** For the parties of the contract and for everybody who is offered a share. */
    Optional<Team> see(ContractId id, Caller caller) {
        var team = teams.of(id);
        var isParty =
                contracts
                        .find(id)
                        .map(StoredContract::contract)
                        .flatMap(contract -> role(contract, caller))
                        .isPresent();
        var isMember = caller.actingParty().flatMap(team::shareOf).isPresent();
        return isParty || isMember ? Optional.of(team) : Optional.empty();
    }

    private static Optional<ContractRole> role(Contract.Agreed contract, Caller caller) {
        return caller.actingParty().flatMap(contract.agreement()::roleOf);
    }

    /** What becomes of a team. */
    private interface Decide {
        Decision<Team, TeamRejection> apply(Team team);
    }

    private Answer change(Contract.Agreed contract, String action, Instant at, Decide decide) {
        var id = contract.agreement().id();
        var before = teams.of(id);
        return switch (decide.apply(before)) {
            case Rejected(var reason) -> new Answer.Denied(reason);
            case Accepted(var changed) when changed.isEmpty() -> new Answer.Seen(before);
            case Accepted<Team, TeamRejection> _ when hasEnded(contract) ->
                    new Answer.Denied(new ContractEnded());
            case Accepted(var changed) -> {
                teams.put(id, changed.getLast());
                timeline.append(activity(contract, action, changed.getLast(), at));
                tell(contract.agreement(), before, changed.getLast(), at);
                yield new Answer.Seen(teams.of(id));
            }
        };
    }

    private void tell(Agreement agreement, Team before, Team after, Instant at) {
        before.changedInto(after, agreement.talent().party())
                .forEach(event -> outbox.add(TeamMessages.of(agreement, event, at)));
    }

    private static boolean hasEnded(Contract.Agreed contract) {
        return switch (contract) {
            case Draft _, PendingFunding _, Active _ -> false;
            case Cancelling _, Completed _, Cancelled _, Terminated _ -> true;
        };
    }

    private static Activity activity(
            Contract.Agreed contract, String action, Team team, Instant at) {
        var id = contract.agreement().id();
        var status = contract.status().name();
        return new Activity(
                id,
                Actor.TALENT,
                action,
                new Change(status, status),
                Subject.contract(id),
                Map.of("members", Integer.toString(team.shares().size())),
                at);
    }
}
