package guildhall.payment.escrow;

import static guildhall.payment.escrow.EscrowFixtures.USD;
import static java.util.Objects.requireNonNull;

import guildhall.messages.id.EscrowId;
import guildhall.messages.party.Party;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Account.Pending;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Believes every answer once and keeps simple sums. */
final class EscrowModel {
    private final Map<Account, Long> owned = new HashMap<>();
    private final Map<EscrowId, Long> held = new HashMap<>();
    private final Map<EscrowId, FundingTerms> terms = new HashMap<>();
    private final Set<Object> seen = new HashSet<>();

    /** A movement as the model knows it: which escrow, what kind, which id. */
    private record Seen(EscrowId escrow, String kind, Object id) {}

    void topUp(Party owner, long amount) {
        add(new Available(owner, USD), amount);
    }

    Map<Account, Long> owned() {
        return owned;
    }

    long held(EscrowId escrow) {
        return held.getOrDefault(escrow, 0L);
    }

    void apply(EscrowAnswer answer) {
        switch (answer) {
            case EscrowAnswer.Funded funded -> {
                if (seen.add(new Seen(funded.escrow(), "funded", "once"))) {
                    terms.put(funded.escrow(), funded.terms());
                    var amount = funded.terms().amount().minorUnits();
                    add(new Available(funded.terms().payer().party(), USD), -amount);
                    hold(funded.escrow(), amount);
                }
            }
            case EscrowAnswer.Released released -> {
                var release = released.release();
                if (seen.add(new Seen(released.escrow(), "released", release.id()))) {
                    hold(released.escrow(), -release.gross().minorUnits());
                    add(
                            new Pending(released.terms().payee().party(), USD),
                            release.net().minorUnits());
                    add(new FeeRevenue(USD), release.fee().minorUnits());
                }
            }
            case EscrowAnswer.Refunded refunded -> {
                var refund = refunded.refund();
                if (seen.add(new Seen(refunded.escrow(), "refunded", refund.id()))) {
                    giveBack(refunded.escrow(), refund.amount().minorUnits());
                }
            }
            case EscrowAnswer.WoundUp woundUp -> {
                if (seen.add(new Seen(woundUp.escrow(), "cancelled", "once"))) {
                    giveBack(woundUp.escrow(), woundUp.returned().minorUnits());
                }
            }
            case EscrowAnswer.FundingFailed _,
                    EscrowAnswer.ReleaseRejected _,
                    EscrowAnswer.RefundRejected _,
                    EscrowAnswer.Cancelled _ -> {}
        }
    }

    private void giveBack(EscrowId escrow, long amount) {
        hold(escrow, -amount);
        add(new Available(requireNonNull(terms.get(escrow)).payer().party(), USD), amount);
    }

    private void hold(EscrowId escrow, long change) {
        held.merge(escrow, change, Long::sum);
    }

    private void add(Account account, long change) {
        owned.merge(account, change, Long::sum);
    }
}
