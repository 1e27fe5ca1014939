package guildhall.identity.talent;

import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A talent profile as it is kept. Optional texts are empty when nothing was said.
 *
 * @param hourlyRate what an hour costs; null when not said
 * @param version 0 before it is stored
 */
public record Talent(
        UUID id,
        UserId owner,
        String slug,
        String displayName,
        String headline,
        String bio,
        List<String> skills,
        @Nullable Money hourlyRate,
        String country,
        Instant createdAt,
        long version) {
    public Talent {
        skills = List.copyOf(skills);
    }

    public Party party() {
        return new Party(PartyType.TALENT, id);
    }
}
