package guildhall.runtime.security;

import static org.springframework.http.HttpStatus.FORBIDDEN;

import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.runtime.web.Problems;
import guildhall.runtime.web.Refusal;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The verified caller of the present request, as a controller argument. {@code Optional<Caller>}
 * where strangers are welcome too.
 *
 * @param actingParty the party that the session acts for; empty for staff without one
 * @param roles CLIENT, TALENT and the staff roles SUPPORT_AGENT, MODERATOR, FINANCE_OPS,
 *     COMPLIANCE, ADMIN, SUPERADMIN
 */
public record Caller(
        UserId user,
        SessionId session,
        Optional<Party> actingParty,
        Set<String> roles,
        boolean emailVerified) {
    private static final String SUPERADMIN = "SUPERADMIN";
    private static final Set<String> STAFF =
            Set.of("SUPPORT_AGENT", "MODERATOR", "FINANCE_OPS", "COMPLIANCE", "ADMIN", SUPERADMIN);

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(UserId other) {
        return user.equals(other);
    }

    public boolean actsFor(Party party) {
        return actingParty.filter(party::equals).isPresent();
    }

    /** The caller as a buyer; empty unless the session acts for a business. */
    public Optional<Side> asClient() {
        return as(PartyType.BUSINESS);
    }

    /** The caller as a seller; empty unless the session acts for a talent. */
    public Optional<Side> asTalent() {
        return as(PartyType.TALENT);
    }

    /**
     * @throws Refusal 403 unless the session acts for a business
     */
    public Side requireClient() {
        return asClient().orElseThrow(Caller::wrongRole);
    }

    /**
     * @throws Refusal 403 unless the session acts for a talent
     */
    public Side requireTalent() {
        return asTalent().orElseThrow(Caller::wrongRole);
    }

    /**
     * @throws Refusal 403 when the session acts for nobody
     */
    public Party requireParty() {
        return actingParty.orElseThrow(Caller::wrongRole);
    }

    /** Any role of the platform's own people. */
    public boolean isStaff() {
        return roles.stream().anyMatch(STAFF::contains);
    }

    /** Whether the caller has one of the staff roles; SUPERADMIN has them all. */
    public boolean isStaff(String... anyOf) {
        return roles.contains(SUPERADMIN) || Arrays.stream(anyOf).anyMatch(roles::contains);
    }

    /**
     * @throws Refusal 403 when the caller has none of the staff roles
     */
    public void requireStaff(String... anyOf) {
        if (!isStaff(anyOf)) {
            throw wrongRole();
        }
    }

    private Optional<Side> as(PartyType type) {
        return actingParty
                .filter(party -> party.type() == type)
                .map(party -> new Side(party, user));
    }

    private static Refusal wrongRole() {
        return new Refusal(Problems.problem(FORBIDDEN, "request/wrong-role"));
    }
}
