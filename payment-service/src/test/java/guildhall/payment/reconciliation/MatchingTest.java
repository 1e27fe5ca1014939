package guildhall.payment.reconciliation;

import static guildhall.payment.reconciliation.ReconciliationFixtures.NOON;
import static guildhall.payment.reconciliation.ReconciliationFixtures.USD;
import static guildhall.payment.reconciliation.ReconciliationFixtures.entry;
import static guildhall.payment.reconciliation.ReconciliationFixtures.movement;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.payment.reconciliation.Matching.Candidate;
import guildhall.payment.reconciliation.Matching.Pair;
import guildhall.payment.reconciliation.Matching.Result;
import guildhall.payment.reconciliation.Matching.Undone;
import guildhall.payment.reconciliation.StatementEntry.Kind;
import guildhall.testkit.Seeds;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MatchingTest {
    static final UUID ONE = new UUID(3, 1);
    static final UUID TWO = new UUID(3, 2);

    @Test
    void matchesTheSameThingWithTheSameAmount() {
        var entry = entry("e1", "ch_1", 500);
        var movement = movement(1, ONE, 500);

        var result = Matching.of(List.of(about(entry, ONE)), List.of(movement));

        assertThat(result)
                .isEqualTo(new Result(List.of(new Pair(entry, movement)), List.of(), List.of()));
    }

    @Test
    void leavesAnotherAmountOrAnotherThingAlone() {
        var other = entry("e1", "ch_1", 499);
        var stranger = entry("e2", "ch_2", 500);
        var unknown = entry("e3", "???", 500);
        var movement = movement(1, ONE, 500);

        var result =
                Matching.of(
                        List.of(about(other, ONE), about(stranger, TWO), about(unknown)),
                        List.of(movement));

        assertThat(result)
                .isEqualTo(
                        new Result(
                                List.of(), List.of(other, stranger, unknown), List.of(movement)));
    }

    @Test
    void givesTheEarliestMovementToTheEarliestEntry() {
        var early = entry("e1", "ch_1", -500);
        var late =
                new StatementEntry(
                        "bank", "e0", Kind.PAYOUT, "ch_1", -500, USD, NOON.plusSeconds(1));
        var first = movement(1, ONE, -500);
        var second = movement(2, ONE, -500);
        var third = movement(3, ONE, -500);

        var result =
                Matching.of(
                        List.of(about(late, ONE), about(early, ONE)),
                        List.of(third, second, first));

        assertThat(result)
                .isEqualTo(
                        new Result(
                                List.of(new Pair(early, first), new Pair(late, second)),
                                List.of(),
                                List.of(third)));
    }

    @Test
    void pairsWhatWasSentAndCameBack() {
        var sent = entry("e1", "po_1", -500);
        var back = entry("e2", "po_1", 500);
        var again = entry("e3", "po_1", -500);
        var other = entry("e4", "po_2", 500);

        assertThat(Matching.undone(List.of(other, again, back, sent)))
                .containsExactly(new Undone(sent, back));
        assertThat(Matching.undone(List.of(sent, again, other))).isEmpty();
    }

    @Test
    void leavesAChargebackThatCameBackToItsTwoMovements() {
        var taken = new StatementEntry("bank", "e1", Kind.CHARGEBACK, "cb_1", -500, USD, NOON);
        var back =
                new StatementEntry(
                        "bank", "e2", Kind.CHARGEBACK, "cb_1", 500, USD, NOON.plusSeconds(1));
        var received = movement(1, ONE, -500);
        var returned = movement(2, ONE, 500);

        assertThat(Matching.undone(List.of(taken, back))).isEmpty();
        assertThat(
                        Matching.of(
                                List.of(about(back, ONE), about(taken, ONE)),
                                List.of(received, returned)))
                .isEqualTo(
                        new Result(
                                List.of(new Pair(taken, received), new Pair(back, returned)),
                                List.of(),
                                List.of()));
    }

    @Test
    void losesNothingAndMatchesAsMuchAsThereIs() {
        Seeds.forAll(
                400,
                any -> {
                    var candidates = candidates(any);
                    var movements = movements(any);

                    var result = Matching.of(candidates, movements);

                    assertThat(entries(result)).hasSameElementsAs(entries(candidates));
                    assertThat(lines(result)).hasSameElementsAs(movements);
                    assertThat(result.pairs())
                            .allMatch(pair -> agree(pair, candidates))
                            .doesNotHaveDuplicates();
                    assertThat(result.entries())
                            .noneMatch(left ->
                                    result.movements().stream()
                                            .anyMatch(m -> agree(new Pair(left, m), candidates)));
                });
    }

    @Test
    void doesNotCareInWhichOrderThingsAreGiven() {
        Seeds.forAll(
                200,
                any -> {
                    var candidates = candidates(any);
                    var movements = movements(any);

                    var result = Matching.of(candidates, movements);
                    var again = Matching.of(any.shuffled(candidates), any.shuffled(movements));

                    assertThat(again.pairs()).isEqualTo(result.pairs());
                    assertThat(again.entries()).isEqualTo(result.entries());
                    assertThat(again.movements()).hasSameElementsAs(result.movements());
                });
    }

    @Test
    void findsNothingMoreInWhatItLeft() {
        Seeds.forAll(
                200,
                any -> {
                    var candidates = candidates(any);
                    var left = Matching.of(candidates, movements(any));

                    var again =
                            Matching.of(
                                    candidates.stream()
                                            .filter(c -> left.entries().contains(c.entry()))
                                            .toList(),
                                    left.movements());

                    assertThat(again.pairs()).isEmpty();
                });
    }

    private static boolean agree(Pair pair, List<Candidate> candidates) {
        var entry = pair.entry();
        var movement = pair.movement();
        return entry.change() == movement.change()
                && entry.currency().equals(movement.currency())
                && candidates.stream()
                        .filter(c -> c.entry().equals(entry))
                        .anyMatch(c -> c.things().contains(movement.source().id()));
    }

    private static List<StatementEntry> entries(Result result) {
        var all = new ArrayList<>(result.entries());
        result.pairs().forEach(pair -> all.add(pair.entry()));
        return all;
    }

    private static List<StatementEntry> entries(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::entry).toList();
    }

    private static List<CashMovement> lines(Result result) {
        var all = new ArrayList<>(result.movements());
        result.pairs().forEach(pair -> all.add(pair.movement()));
        return all;
    }

    private static Candidate about(StatementEntry entry, UUID... things) {
        return new Candidate(entry, Set.of(things));
    }

    /** Few things, amounts and times, so that much is ambiguous. */
    private static List<Candidate> candidates(Seeds any) {
        var candidates = new ArrayList<Candidate>();
        var size = any.intBetween(0, 12);
        for (int i = 0; i < size; i++) {
            var entry =
                    new StatementEntry(
                            "bank",
                            "e" + i,
                            any.oneOf(Kind.values()),
                            "r",
                            amount(any),
                            currency(any),
                            NOON.plusSeconds(any.intBetween(0, 2)));
            var things = new HashSet<UUID>();
            for (int j = any.intBetween(0, 2); j > 0; j--) {
                things.add(thing(any));
            }
            candidates.add(new Candidate(entry, things));
        }
        return candidates;
    }

    private static List<CashMovement> movements(Seeds any) {
        var movements = new ArrayList<CashMovement>();
        var size = any.intBetween(0, 12);
        for (int i = 0; i < size; i++) {
            var movement = movement(i, thing(any), amount(any));
            movements.add(
                    new CashMovement(i, movement.source(), movement.change(), currency(any), NOON));
        }
        return movements;
    }

    private static long amount(Seeds any) {
        return any.oneOf(-100L, 100L, 250L);
    }

    private static Currency currency(Seeds any) {
        return any.chance(80) ? USD : Currency.getInstance("EUR");
    }

    private static UUID thing(Seeds any) {
        return new UUID(3, any.intBetween(1, 3));
    }
}
