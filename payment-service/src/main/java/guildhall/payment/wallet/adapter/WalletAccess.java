package guildhall.payment.wallet.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import guildhall.messages.party.Party;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Refusal;
import org.jspecify.annotations.Nullable;

/** Whose wallet a caller may see: the own one, and for some staff anybody's. */
final class WalletAccess {

    /**
     * @param party {@code <type>:<id>} as asked for; null for the caller's own
     */
    static Party owner(@Nullable String party, Caller caller) {
        if (party == null) {
            return caller.requireParty();
        }
        var owner = parse(party);
        if (caller.actsFor(owner) || caller.isStaff("FINANCE_OPS", "COMPLIANCE", "ADMIN")) {
            return owner;
        }
        throw new Refusal(problem(NOT_FOUND, "payment/unknown-wallet"));
    }

    static Party parse(String text) {
        try {
            return Party.of(text);
        } catch (IllegalArgumentException _) {
            throw Refusal.parameter("party", "must be a type and an id, such as TALENT:<uuid>");
        }
    }

    private WalletAccess() {}
}
