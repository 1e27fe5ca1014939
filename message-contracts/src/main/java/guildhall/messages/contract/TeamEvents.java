package guildhall.messages.contract;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.ContractId;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import java.time.Instant;

/** Facts about who shares what the talent of a contract earns. Shares are in basis points. */
@Topic("contract.team.events")
public sealed interface TeamEvents extends Message {
    ContractId contractId();

    @Override
    default String key() {
        return contractId().toString();
    }

    /** The member has to accept this share, new or in place of another one, before it counts. */
    @MessageType("contract.team-share-offered.v1")
    record TeamShareOfferedV1(
            ContractId contractId,
            String number,
            String title,
            Side talent,
            Party member,
            int basisPoints,
            Instant offeredAt)
            implements TeamEvents {}

    /** The member has no share any more. Escrows keep the team that they were ordered with. */
    @MessageType("contract.team-share-withdrawn.v1")
    record TeamShareWithdrawnV1(
            ContractId contractId,
            String number,
            String title,
            Side talent,
            Party member,
            Instant withdrawnAt)
            implements TeamEvents {}

    /**
     * The member accepted its share.
     *
     * @param outstanding how many others still have to; 0: escrows ordered from now on are split
     */
    @MessageType("contract.team-share-accepted.v1")
    record TeamShareAcceptedV1(
            ContractId contractId,
            String number,
            String title,
            Side talent,
            Side member,
            int basisPoints,
            int outstanding,
            Instant acceptedAt)
            implements TeamEvents {}
}
