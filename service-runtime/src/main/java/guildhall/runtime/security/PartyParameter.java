package guildhall.runtime.security;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import guildhall.messages.party.Party;
import guildhall.runtime.web.Problems;
import guildhall.runtime.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The query parameter {@code party}, {@code <type>:<id>}: whose things a caller wants to see. Those
 * of the own party, and some staff anybody's.
 */
public final class PartyParameter {
    private final String unknown;
    private final String[] staff;

    /**
     * @param unknown type of the problem when the caller may not know of the party
     * @param staff the roles that may ask for any party
     */
    public PartyParameter(String unknown, String... staff) {
        this.unknown = unknown;
        this.staff = staff.clone();
    }

    /**
     * @param party as asked for; null for the caller's own
     * @throws Refusal 400 when it is none, 403 when the caller has none, 404 when it is not for the
     *     caller
     */
    public Party of(@Nullable String party, Caller caller) {
        if (party == null) {
            return caller.requireParty();
        }
        var wanted = parse(party);
        if (caller.actsFor(wanted) || caller.isStaff(staff)) {
            return wanted;
        }
        throw new Refusal(Problems.problem(NOT_FOUND, unknown));
    }

    /**
     * @throws Refusal 400 when it is none
     */
    public static Party parse(String text) {
        try {
            return Party.of(text);
        } catch (IllegalArgumentException _) {
            throw Refusal.parameter("party", "must be a type and an id, such as TALENT:<uuid>");
        }
    }
}
