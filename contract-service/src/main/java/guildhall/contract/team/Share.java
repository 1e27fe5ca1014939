package guildhall.contract.team;

import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one member gets of everything that the talent earns.
 *
 * @param basisPoints hundredths of a per cent
 * @param offeredAt when this very share was offered first
 * @param acceptance absent until the member has agreed
 */
public record Share(
        Party member, int basisPoints, Instant offeredAt, @Nullable Acceptance acceptance) {
    /** The member's word, and the person who gave it. */
    public record Acceptance(UserId by, Instant at) {}

    boolean isAccepted() {
        return acceptance != null;
    }

    boolean offers(ShareOffer offer) {
        return member.equals(offer.member()) && basisPoints == offer.basisPoints();
    }

    Share accepted(Acceptance by) {
        return new Share(member, basisPoints, offeredAt, by);
    }
}
