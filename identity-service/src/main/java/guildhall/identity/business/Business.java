package guildhall.identity.business;

import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import java.time.Instant;
import java.util.UUID;

/**
 * A business as it is kept. Optional texts are empty when nothing was said.
 *
 * @param legalName for contracts and invoices, not public
 * @param billingEmail where invoices go, not public
 * @param version 0 before it is stored
 */
public record Business(
        UUID id,
        UserId owner,
        String slug,
        String name,
        String about,
        String website,
        String country,
        String legalName,
        String billingEmail,
        Instant createdAt,
        long version) {
    public Party party() {
        return new Party(PartyType.BUSINESS, id);
    }
}
