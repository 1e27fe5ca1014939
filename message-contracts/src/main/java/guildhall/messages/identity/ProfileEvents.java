package guildhall.messages.identity;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import java.time.Instant;
import java.util.List;

/** Facts about the parties that a user acts for. The key is the id of the party. */
@Topic("identity.profile.events")
public sealed interface ProfileEvents extends Message {
    Party party();

    @Override
    default String key() {
        return party().id().toString();
    }

    /** A business came into being; its owner may hire and pay for it. */
    @MessageType("identity.organisation-created.v1")
    record OrganisationCreatedV1(
            Party party, UserId ownerId, String name, String slug, Instant createdAt)
            implements ProfileEvents {}

    /** A talent profile came into being. */
    @MessageType("identity.talent-profile-created.v1")
    record TalentProfileCreatedV1(
            Party party, UserId ownerId, String displayName, Instant createdAt)
            implements ProfileEvents {}

    /** What a talent says of themselves changed. */
    @MessageType("identity.talent-profile-updated.v1")
    record TalentProfileUpdatedV1(
            Party party,
            UserId ownerId,
            String displayName,
            String headline,
            List<String> skills,
            Instant updatedAt)
            implements ProfileEvents {
        public TalentProfileUpdatedV1 {
            skills = List.copyOf(skills);
        }
    }
}
