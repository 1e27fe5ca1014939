package guildhall.payment.escrow;

import static java.util.Comparator.comparingInt;

import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Who shares what the payee of an escrow earns. Every share is rounded down; what is left over goes
 * to the vault of the team, which is the share of the payee itself, else to the largest share (of
 * equal ones the first by name of the party). So the same amount is always split the same way.
 *
 * @param shares empty: the payee keeps everything
 */
public record TeamSplit(List<Share> shares) {
    public static final TeamSplit NOBODY = new TeamSplit(List.of());
    static final int WHOLE = 10_000;
    static final int MOST_SHARES = 50;

    public TeamSplit {
        shares = List.copyOf(shares);
        if (!shares.isEmpty()) {
            requireWhole(shares);
        }
    }

    /**
     * @param basisPoints hundredths of a per cent, above zero
     */
    public record Share(Side member, int basisPoints) {
        public Share {
            if (basisPoints <= 0 || basisPoints > WHOLE) {
                throw new IllegalArgumentException("A share of " + basisPoints);
            }
        }
    }

    /** What one member gets; above zero. */
    public record Part(Side member, Money amount) {}

    private static void requireWhole(List<Share> shares) {
        if (shares.size() > MOST_SHARES
                || shares.stream().mapToInt(Share::basisPoints).sum() != WHOLE) {
            throw new IllegalArgumentException("Shares that are not a whole: " + shares);
        }
        if (shares.stream().map(share -> share.member().party()).distinct().count()
                < shares.size()) {
            throw new IllegalArgumentException("Two shares of one party: " + shares);
        }
    }

    /** Everybody who may get something. */
    List<Side> members(Side payee) {
        return shares.isEmpty() ? List.of(payee) : shares.stream().map(Share::member).toList();
    }

    /** Adds up to the amount. */
    List<Part> of(Money amount, Side payee) {
        if (amount.isZero()) {
            return List.of();
        }
        if (shares.isEmpty()) {
            return List.of(new Part(payee, amount));
        }
        var rest = amount;
        for (var share : shares) {
            rest = rest.minus(portion(amount, share));
        }
        var favoured = favoured(payee);
        var parts = new ArrayList<Part>();
        for (var share : shares) {
            var portion = portion(amount, share);
            var got = share.equals(favoured) ? portion.plus(rest) : portion;
            if (!got.isZero()) {
                parts.add(new Part(share.member(), got));
            }
        }
        return parts;
    }

    private Share favoured(Side payee) {
        return shares.stream()
                .filter(share -> share.member().party().equals(payee.party()))
                .findFirst()
                .orElseGet(() ->
                        shares.stream()
                                .min(
                                        comparingInt(Share::basisPoints)
                                                .reversed()
                                                .thenComparing(
                                                        share -> share.member().party().toString()))
                                .orElseThrow());
    }

    private static Money portion(Money amount, Share share) {
        var portion =
                BigInteger.valueOf(amount.minorUnits())
                        .multiply(BigInteger.valueOf(share.basisPoints()))
                        .divide(BigInteger.valueOf(WHOLE))
                        .longValueExact();
        return new Money(portion, amount.currency());
    }
}
