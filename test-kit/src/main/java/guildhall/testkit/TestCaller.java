package guildhall.testkit;

import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Someone who calls the service under test: the ids to assert on and the token to send. */
public record TestCaller(
        UserId user,
        SessionId session,
        Optional<Party> actingParty,
        Set<String> roles,
        boolean emailVerified) {
    public TestCaller {
        roles = Set.copyOf(roles);
    }

    /** Somebody new who buys work for a business. */
    public static TestCaller client() {
        return client(new UserId(UUID.randomUUID()), UUID.randomUUID());
    }

    public static TestCaller client(UserId user, UUID business) {
        return actingFor(user, new Party(PartyType.BUSINESS, business), "CLIENT");
    }

    /** Somebody new who offers work. */
    public static TestCaller talent() {
        return talent(new UserId(UUID.randomUUID()), UUID.randomUUID());
    }

    public static TestCaller talent(UserId user, UUID talent) {
        return actingFor(user, new Party(PartyType.TALENT, talent), "TALENT");
    }

    /** A new member of the staff. */
    public static TestCaller staff(String... roles) {
        return staff(new UserId(UUID.randomUUID()), roles);
    }

    public static TestCaller staff(UserId user, String... roles) {
        return new TestCaller(user, newSession(), Optional.empty(), Set.of(roles), true);
    }

    public TestCaller withRoles(Set<String> others) {
        return new TestCaller(user, session, actingParty, others, emailVerified);
    }

    public TestCaller withUnverifiedEmail() {
        return new TestCaller(user, session, actingParty, roles, false);
    }

    /** The compact access token. */
    public String token() {
        return TestTokens.mint(this);
    }

    /** The value of the {@code Authorization} header. */
    public String bearer() {
        return "Bearer " + token();
    }

    /**
     * @throws IllegalStateException for staff, who act for nobody
     */
    public Party party() {
        return actingParty.orElseThrow(() -> new IllegalStateException("Acts for no party"));
    }

    /** The party and the user together, as messages carry them. */
    public Side side() {
        return new Side(party(), user);
    }

    private static TestCaller actingFor(UserId user, Party party, String role) {
        return new TestCaller(user, newSession(), Optional.of(party), Set.of(role), true);
    }

    private static SessionId newSession() {
        return new SessionId(UUID.randomUUID());
    }
}
