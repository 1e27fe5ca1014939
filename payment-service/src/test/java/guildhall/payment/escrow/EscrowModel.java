package guildhall.payment.escrow;

import static guildhall.payment.escrow.EscrowFixtures.USD;
import static java.util.Objects.requireNonNull;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.payment.clearing.SafetyHold;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.BuyerFeeDeferred;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Account.Pending;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Believes every answer once and keeps simple sums. */
final class EscrowModel {
    private final Map<Account, Long> owned = new HashMap<>();
    private final Map<EscrowId, Long> held = new HashMap<>();
    private final Map<EscrowId, Long> frozen = new HashMap<>();
    private final Map<ReleaseOf, Movement.Release> releases = new HashMap<>();
    private final Map<EscrowId, FundingTerms> terms = new HashMap<>();
    private final Set<Object> seen = new HashSet<>();

    /** A movement as the model knows it: which escrow, what kind, which id. */
    private record Seen(EscrowId escrow, String kind, Object id) {}

    private record ReleaseOf(EscrowId escrow, ReleaseId release) {}

    void topUp(Party owner, long amount) {
        add(new Available(owner, USD), amount);
    }

    Map<Account, Long> owned() {
        return owned;
    }

    long held(EscrowId escrow) {
        return held.getOrDefault(escrow, 0L);
    }

    long frozen(EscrowId escrow) {
        return frozen.getOrDefault(escrow, 0L);
    }

    void cleared(SafetyHold hold) {
        var amount = hold.amount().minorUnits();
        add(new Pending(hold.payee().party(), USD), -amount);
        add(new Available(hold.payee().party(), USD), amount);
    }

    void apply(EscrowAnswer answer) {
        switch (answer) {
            case EscrowAnswer.Funded funded -> {
                if (seen.add(new Seen(funded.escrow(), "funded", "once"))) {
                    terms.put(funded.escrow(), funded.terms());
                    var amount = funded.terms().amount().minorUnits();
                    var buyerFee = funded.pricing().buyerFee().minorUnits();
                    add(payer(funded.escrow()), -amount - buyerFee);
                    hold(funded.escrow(), amount);
                    add(deferred(funded.escrow()), buyerFee);
                }
            }
            case EscrowAnswer.Released released -> {
                var release = released.release();
                if (seen.add(new Seen(released.escrow(), "released", release.id()))) {
                    hold(released.escrow(), -release.gross().minorUnits());
                    paid(released.escrow(), release, 1);
                }
            }
            case EscrowAnswer.Refunded refunded -> {
                var refund = refunded.refund();
                if (seen.add(new Seen(refunded.escrow(), "refunded", refund.id()))) {
                    giveBack(refunded.escrow(), refund.amount(), refund.buyerFee());
                }
            }
            case EscrowAnswer.WoundUp woundUp -> {
                if (seen.add(new Seen(woundUp.escrow(), "cancelled", "once"))) {
                    giveBack(woundUp.escrow(), woundUp.returned(), woundUp.buyerFee());
                }
            }
            case EscrowAnswer.Frozen answered -> {
                var freeze = answered.freeze();
                if (seen.add(new Seen(answered.escrow(), "frozen", freeze.id()))) {
                    hold(answered.escrow(), -freeze.fromHeld().minorUnits());
                    freeze(answered.escrow(), freeze.amount().minorUnits());
                    paid(answered.escrow(), freeze.recalled(), -1);
                }
            }
            case EscrowAnswer.Unfrozen answered -> {
                var unfreeze = answered.unfreeze();
                if (seen.add(new Seen(answered.escrow(), "ended", unfreeze.id()))) {
                    hold(answered.escrow(), unfreeze.toHeld().minorUnits());
                    freeze(answered.escrow(), -unfreeze.amount().minorUnits());
                    paid(answered.escrow(), unfreeze.restored(), 1);
                }
            }
            case EscrowAnswer.Split answered -> {
                var split = answered.split();
                if (seen.add(new Seen(answered.escrow(), "ended", split.id()))) {
                    seen.add(new Seen(answered.escrow(), "released", split.toPayee().id()));
                    freeze(answered.escrow(), -split.amount().minorUnits());
                    var back = split.buyerFee().minorUnits();
                    add(deferred(answered.escrow()), -back);
                    add(payer(answered.escrow()), split.toPayer().minorUnits() + back);
                    paid(answered.escrow(), split.toPayee(), 1);
                }
            }
            case EscrowAnswer.FundingFailed _,
                    EscrowAnswer.ReleaseRejected _,
                    EscrowAnswer.RefundRejected _,
                    EscrowAnswer.CancelRejected _,
                    EscrowAnswer.FreezeRejected _,
                    EscrowAnswer.OutcomeRejected _,
                    EscrowAnswer.Cancelled _ -> {}
        }
    }

    private void giveBack(EscrowId escrow, Money amount, Money buyerFee) {
        hold(escrow, -amount.minorUnits());
        add(deferred(escrow), -buyerFee.minorUnits());
        add(payer(escrow), amount.minorUnits() + buyerFee.minorUnits());
    }

    private static Account deferred(EscrowId escrow) {
        return new BuyerFeeDeferred(escrow, USD);
    }

    private Account payer(EscrowId escrow) {
        return new Available(requireNonNull(terms.get(escrow)).payer().party(), USD);
    }

    private void paid(EscrowId escrow, List<ReleaseId> ids, int sign) {
        ids.forEach(
                id -> paid(escrow, requireNonNull(releases.get(new ReleaseOf(escrow, id))), sign));
    }

    private void paid(EscrowId escrow, Movement.Release release, int sign) {
        releases.put(new ReleaseOf(escrow, release.id()), release);
        var agreed = requireNonNull(terms.get(escrow));
        for (var part : agreed.shared(release.net())) {
            add(new Pending(part.member().party(), USD), sign * part.amount().minorUnits());
        }
        var buyerFee = release.buyerFee().minorUnits();
        add(deferred(escrow), -sign * buyerFee);
        add(new FeeRevenue(USD), sign * (release.fee().minorUnits() + buyerFee));
    }

    private void freeze(EscrowId escrow, long change) {
        frozen.merge(escrow, change, Long::sum);
    }

    private void hold(EscrowId escrow, long change) {
        held.merge(escrow, change, Long::sum);
    }

    private void add(Account account, long change) {
        owned.merge(account, change, Long::sum);
    }
}
