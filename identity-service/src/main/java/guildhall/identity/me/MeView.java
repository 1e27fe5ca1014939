package guildhall.identity.me;

import guildhall.identity.party.OwnParties;
import guildhall.identity.party.OwnParty;
import guildhall.identity.user.Account;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The caller's own account.
 *
 * @param roles CLIENT, TALENT and staff roles, sorted
 * @param actingParty as the access token says; null without one
 * @param parties whom the caller may act for
 */
record MeView(
        UserId id,
        @Schema(example = "ada@example.com") String email,
        @Schema(example = "Ada Byron") String displayName,
        @Schema(example = "en") String locale,
        @Schema(example = "Europe/London") String timeZone,
        @Schema(example = "[\"CLIENT\"]") List<String> roles,
        @Nullable PartyRef actingParty,
        List<PartyView> parties,
        Instant registeredAt) {

    static MeView of(Account account, @Nullable Party acting, List<OwnParty> parties) {
        return new MeView(
                account.id(),
                account.email().value(),
                account.preferences().displayName(),
                account.preferences().locale(),
                account.preferences().timeZone(),
                roles(account, parties),
                acting == null ? null : PartyRef.of(acting),
                parties.stream().map(PartyView::of).toList(),
                account.registeredAt());
    }

    private static List<String> roles(Account account, List<OwnParty> parties) {
        return Stream.concat(
                        OwnParties.roles(parties).stream(),
                        account.staffRoles().stream().map(Enum::name))
                .sorted()
                .toList();
    }

    record PartyRef(PartyType type, UUID id) {
        static PartyRef of(Party party) {
            return new PartyRef(party.type(), party.id());
        }
    }

    record PartyView(
            PartyType type,
            UUID id,
            @Schema(example = "Byron Analytics") String name,
            @Schema(example = "byron-analytics") String slug) {
        static PartyView of(OwnParty own) {
            return new PartyView(own.party().type(), own.party().id(), own.name(), own.slug());
        }
    }
}
