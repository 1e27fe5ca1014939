package guildhall.contract.team.adapter;

import guildhall.contract.agreement.Agreement;
import guildhall.contract.team.TeamEvent;
import guildhall.contract.team.TeamEvent.ShareAccepted;
import guildhall.contract.team.TeamEvent.ShareOffered;
import guildhall.contract.team.TeamEvent.ShareWithdrawn;
import guildhall.messages.Message;
import guildhall.messages.contract.TeamEvents.TeamShareAcceptedV1;
import guildhall.messages.contract.TeamEvents.TeamShareOfferedV1;
import guildhall.messages.contract.TeamEvents.TeamShareWithdrawnV1;
import java.time.Instant;

/** What the world hears about a team. */
final class TeamMessages {
    static Message of(Agreement agreement, TeamEvent event, Instant at) {
        return switch (event) {
            case ShareOffered(var member, var basisPoints) ->
                    new TeamShareOfferedV1(
                            agreement.id(),
                            agreement.number(),
                            agreement.title(),
                            agreement.talent(),
                            member,
                            basisPoints,
                            at);
            case ShareWithdrawn(var member) ->
                    new TeamShareWithdrawnV1(
                            agreement.id(),
                            agreement.number(),
                            agreement.title(),
                            agreement.talent(),
                            member,
                            at);
            case ShareAccepted(var member, var basisPoints, var outstanding) ->
                    new TeamShareAcceptedV1(
                            agreement.id(),
                            agreement.number(),
                            agreement.title(),
                            agreement.talent(),
                            member,
                            basisPoints,
                            outstanding,
                            at);
        };
    }

    private TeamMessages() {}
}
