package guildhall.payment.model;

import guildhall.messages.party.Party;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What things cost in dollars, as the price list says: computed in cents, rounded half up once. */
final class Prices {
    private static final int[] LEVELS = {2000, 1800, 1500, 1200, 1000};
    private static final long FIVE_HUNDRED = 500_00;
    private static final long TEN_THOUSAND = 10_000_00;

    /** Kind of contract and level of the seller. */
    record Tariff(String kind, int level) {}

    record Share(Party member, int basisPoints) {}

    /** What the payee is charged for a release, after so much was billed by the pair. */
    static long fee(Tariff tariff, long billed, long gross) {
        return switch (tariff.kind()) {
            case "FIXED", "HOURLY", "RETAINER" ->
                    rounded(
                            part(billed, gross, 0, FIVE_HUNDRED) * 2000
                                    + part(billed, gross, FIVE_HUNDRED, TEN_THOUSAND) * 1000
                                    + part(billed, gross, TEN_THOUSAND, Long.MAX_VALUE) * 500,
                            10_000);
            case "GIG_ORDER" ->
                    rounded(gross * LEVELS[Math.min(tariff.level(), LEVELS.length - 1)], 10_000);
            case "ASSET" -> ofAsset(gross);
            default -> throw new IllegalArgumentException(tariff.kind());
        };
    }

    static long buyerFee(Tariff tariff, long amount) {
        return tariff.kind().equals("GIG_ORDER") ? rounded(amount * 500, 10_000) : 0;
    }

    static long instantPayout(long amount) {
        return rounded(amount * 100, 10_000);
    }

    static long ofAsset(long price) {
        return rounded(price * 800, 10_000);
    }

    static long ofTalent(long creditValue) {
        return rounded(creditValue * 7000, 10_000);
    }

    static long proRata(long whole, long part, long of) {
        return of == 0 ? 0 : rounded(Math.multiplyExact(whole, part), of);
    }

    /** Everybody's share rounded down; the rest goes to the vault, else to the largest share. */
    static Map<Party, Long> shared(long net, Party payee, List<Share> team) {
        var parts = new LinkedHashMap<Party, Long>();
        if (team.isEmpty()) {
            parts.put(payee, net);
        }
        long rest = team.isEmpty() ? 0 : net;
        for (var share : team) {
            long part = net * share.basisPoints() / 10_000;
            parts.put(share.member(), part);
            rest -= part;
        }
        if (!team.isEmpty()) {
            parts.merge(favoured(payee, team), rest, Long::sum);
        }
        parts.values().removeIf(part -> part == 0);
        return parts;
    }

    private static Party favoured(Party payee, List<Share> team) {
        return team.stream()
                .map(Share::member)
                .filter(payee::equals)
                .findFirst()
                .orElseGet(() ->
                        team.stream()
                                .sorted(Comparator.comparing(share -> share.member().toString()))
                                .max(Comparator.comparingInt(Share::basisPoints))
                                .orElseThrow()
                                .member());
    }

    /** How much of an amount that comes on top of another lies between two thresholds. */
    private static long part(long before, long amount, long from, long to) {
        return Math.max(0, Math.min(before + amount, to) - Math.max(before, from));
    }

    private static long rounded(long product, long by) {
        return BigDecimal.valueOf(product)
                .divide(BigDecimal.valueOf(by), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private Prices() {}
}
