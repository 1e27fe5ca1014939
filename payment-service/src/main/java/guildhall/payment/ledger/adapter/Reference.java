package guildhall.payment.ledger.adapter;

import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an operator types into a search: an id of anything, a party, or somebody else's text. */
record Reference(String text) {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    Optional<UUID> uuid() {
        return uuid(text);
    }

    static Optional<UUID> uuid(String text) {
        return UUID_FORM.matcher(text).matches()
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    /**
     * As owners of accounts: an escrow by its id, a party with or without its type. Not the
     * platform, which has a part in most journals.
     */
    List<String> owners() {
        return uuid().map(Reference::owners)
                .orElseGet(() ->
                        text.startsWith(PartyType.PLATFORM + ":") ? List.of() : List.of(text));
    }

    private static List<String> owners(UUID id) {
        var parties =
                Arrays.stream(PartyType.values())
                        .filter(type -> type != PartyType.PLATFORM)
                        .map(type -> new Party(type, id).toString());
        return Stream.concat(Stream.of(id.toString()), parties).toList();
    }
}
