package guildhall.review.window;

import guildhall.messages.id.ContractId;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import java.time.Instant;
import java.util.Optional;

/** Who may review whom, and until when. */
public record Window(
        ContractId contract,
        String title,
        Side client,
        Side talent,
        Instant opensAt,
        Instant closesAt) {
    /** Empty for everybody but the two parties. */
    public Optional<Side> sideOf(Party party) {
        if (client.party().equals(party)) {
            return Optional.of(client);
        }
        return talent.party().equals(party) ? Optional.of(talent) : Optional.empty();
    }

    public Side otherThan(Side side) {
        return side.equals(client) ? talent : client;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(closesAt);
    }
}
