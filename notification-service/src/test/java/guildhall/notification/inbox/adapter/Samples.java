package guildhall.notification.inbox.adapter;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import java.time.Instant;
import java.util.UUID;

/** Two people and what they deal about. */
final class Samples {
    static final Instant MONDAY = Instant.parse("2027-03-01T09:30:00Z");
    static final Side CLIENT = side(PartyType.BUSINESS, 1);
    static final Side TALENT = side(PartyType.TALENT, 2);
    static final ContractId CONTRACT = new ContractId(new UUID(0, 3));
    static final JobId JOB = new JobId(new UUID(0, 4));
    static final ProposalId PROPOSAL = new ProposalId(new UUID(0, 5));
    static final String LINK = "/contracts/" + CONTRACT;

    private static Side side(PartyType type, int number) {
        return new Side(new Party(type, new UUID(1, number)), new UserId(new UUID(2, number)));
    }

    private Samples() {}
}
