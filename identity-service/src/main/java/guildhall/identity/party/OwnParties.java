package guildhall.identity.party;

import guildhall.identity.business.Businesses;
import guildhall.identity.talent.Talents;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The parties of each user. */
@Component
public class OwnParties {
    private final Businesses businesses;
    private final Talents talents;

    OwnParties(Businesses businesses, Talents talents) {
        this.businesses = businesses;
        this.talents = talents;
    }

    private record Dated(OwnParty party, Instant since) {}

    /** The oldest first: that is the one that a user came for. */
    public List<OwnParty> of(UserId user) {
        var all = new ArrayList<Dated>();
        for (var business : businesses.ownedBy(user)) {
            var own = new OwnParty(business.party(), business.name(), business.slug());
            all.add(new Dated(own, business.createdAt()));
        }
        talents.ownedBy(user)
                .map(t ->
                        new Dated(
                                new OwnParty(t.party(), t.displayName(), t.slug()), t.createdAt()))
                .ifPresent(all::add);
        return all.stream().sorted(Comparator.comparing(Dated::since)).map(Dated::party).toList();
    }

    /** The account roles that follow from owning these parties. */
    public static Set<String> roles(List<OwnParty> parties) {
        return parties.stream()
                .map(OwnParty::party)
                .map(OwnParties::role)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String role(Party party) {
        return switch (party.type()) {
            case TALENT, TEAM -> "TALENT";
            case BUSINESS, WORKSPACE -> "CLIENT";
            case PLATFORM -> throw new IllegalStateException("Nobody owns the platform");
        };
    }
}
