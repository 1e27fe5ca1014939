package guildhall.payment.invoice;

import guildhall.messages.party.Party;
import java.util.List;

/**
 * A party as it stands on the paper.
 *
 * @param address its lines; may be empty
 * @param country ISO 3166 alpha-2 code; empty when unknown
 * @param taxNumber empty when unknown
 */
public record Letterhead(
        Party party, String name, List<String> address, String country, String taxNumber) {
    public Letterhead {
        address = List.copyOf(address);
    }

    /** Of a party that has told us no more than its name. */
    public static Letterhead named(Party party, String name) {
        return new Letterhead(party, name, List.of(), "", "");
    }
}
