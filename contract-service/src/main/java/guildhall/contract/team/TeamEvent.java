package guildhall.contract.team;

import guildhall.messages.party.Party;
import guildhall.messages.party.Side;

/** What happened to the share of one member. */
public sealed interface TeamEvent {
    /** The member is asked to accept. */
    record ShareOffered(Party member, int basisPoints) implements TeamEvent {}

    record ShareWithdrawn(Party member) implements TeamEvent {}

    /**
     * @param outstanding how many others have not accepted yet
     */
    record ShareAccepted(Side member, int basisPoints, int outstanding) implements TeamEvent {}
}
