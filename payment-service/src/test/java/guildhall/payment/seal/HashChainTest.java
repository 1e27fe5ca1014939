package guildhall.payment.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import guildhall.payment.ledger.JournalSource;
import guildhall.payment.seal.JournalContent.Account;
import guildhall.payment.seal.JournalContent.Line;
import guildhall.payment.seal.Verdict.Broken;
import guildhall.payment.seal.Verdict.Fault;
import guildhall.payment.seal.Verdict.Found;
import guildhall.payment.seal.Verdict.Intact;
import guildhall.payment.seal.Verdict.Link;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HashChainTest {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final JournalContent FIRST = journal(1);

    /** Computed once with other tools; whoever changes the format breaks every chain. */
    @Test
    void neverChangesItsFormat() {
        assertThat(HashChain.next(SealHash.ORIGIN, 1, FIRST))
                .isEqualTo(
                        new SealHash(
                                "f591fa1bc3591d29738e5aca82f0aa7473a2ff3a879ffe87a4054ae74a215092"));
    }

    static Stream<UnaryOperator<JournalContent>> changes() {
        return Stream.of(
                j -> with(j, new UUID(0, 9), j.source(), j.reason()),
                j -> with(j, j.journal(), new JournalSource("x", id(1), "funded"), j.reason()),
                j -> with(j, j.journal(), new JournalSource("escrow", id(2), "funded"), "R"),
                j -> with(j, j.journal(), new JournalSource("escrow", id(1), "x"), j.reason()),
                j -> with(j, j.journal(), j.source(), "GIFT"),
                j -> described(j, "Other", j.postedAt()),
                j -> described(j, j.description(), j.postedAt().plusNanos(1_000)),
                j -> lined(j, List.of(j.lines().getFirst())),
                j -> lined(j, j.lines().reversed()),
                j -> first(j, l -> new Line(99, l.account(), 0, 5, 5, NOON)),
                j -> first(j, l -> at(l, new Account("PENDING", "TALENT:1", "USD"))),
                j -> first(j, l -> at(l, new Account("AVAILABLE", "TALENT:2", "USD"))),
                j -> first(j, l -> at(l, new Account("AVAILABLE", "TALENT:1", "EUR"))),
                j -> first(j, l -> new Line(l.number(), l.account(), 5, 0, 5, NOON)),
                j -> first(j, l -> new Line(l.number(), l.account(), 0, 6, 5, NOON)),
                j -> first(j, l -> new Line(l.number(), l.account(), 0, 5, 6, NOON)),
                j ->
                        first(
                                j,
                                l ->
                                        new Line(
                                                l.number(),
                                                l.account(),
                                                0,
                                                5,
                                                5,
                                                NOON.plusSeconds(1))));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void dependsOnEverythingThatIsStored(UnaryOperator<JournalContent> change) {
        assertThat(HashChain.next(SealHash.ORIGIN, 1, change.apply(FIRST)))
                .isNotEqualTo(HashChain.next(SealHash.ORIGIN, 1, FIRST));
    }

    @Test
    void dependsOnThePositionAndOnAllThatCameBefore() {
        var other = HashChain.next(SealHash.ORIGIN, 1, journal(2));

        assertThat(
                        List.of(
                                HashChain.next(SealHash.ORIGIN, 2, FIRST),
                                HashChain.next(other, 1, FIRST)))
                .doesNotContain(HashChain.next(SealHash.ORIGIN, 1, FIRST));
    }

    @Test
    void findsAChainIntactFromAnyPointOn() {
        var chain = chain(4);
        var second = new Link(2, chain.get(1).seal().hash());
        var end = new Link(4, chain.get(3).seal().hash());

        assertThat(Verdict.of(Link.ORIGIN, chain)).isEqualTo(new Intact(end));
        assertThat(Verdict.of(second, chain.subList(2, 4))).isEqualTo(new Intact(end));
        assertThat(Verdict.of(end, List.of())).isEqualTo(new Intact(end));
    }

    @Test
    void namesTheFirstPositionWhoseJournalWasChanged() {
        var chain = new ArrayList<>(chain(4));
        chain.set(2, new Found(chain.get(2).seal(), Optional.of(journal(7))));

        assertThat(Verdict.of(Link.ORIGIN, chain)).isEqualTo(new Broken(3, Fault.CONTENT_DIFFERS));
    }

    @Test
    void namesThePositionWhoseJournalIsGone() {
        var chain = new ArrayList<>(chain(4));
        chain.set(1, new Found(chain.get(1).seal(), Optional.empty()));

        assertThat(Verdict.of(Link.ORIGIN, chain)).isEqualTo(new Broken(2, Fault.JOURNAL_MISSING));
    }

    @Test
    void namesThePositionWhoseSealIsGone() {
        var chain = new ArrayList<>(chain(4));
        chain.remove(1);

        assertThat(Verdict.of(Link.ORIGIN, chain)).isEqualTo(new Broken(2, Fault.SEAL_MISSING));
    }

    @Test
    void noticesThatTheGapWasClosed() {
        var chain = new ArrayList<>(chain(4));
        chain.remove(1);
        var third = chain.get(1);
        chain.set(
                1,
                new Found(
                        new Seal(2, third.seal().journal(), third.seal().hash()), third.journal()));

        assertThat(Verdict.of(Link.ORIGIN, chain)).isEqualTo(new Broken(2, Fault.CONTENT_DIFFERS));
    }

    @Test
    void noticesThatTwoJournalsChangedPlaces() {
        var chain = new ArrayList<>(chain(4));
        var second = chain.get(1);
        var third = chain.get(2);
        chain.set(
                1,
                new Found(
                        new Seal(2, third.seal().journal(), second.seal().hash()),
                        third.journal()));
        chain.set(
                2,
                new Found(
                        new Seal(3, second.seal().journal(), third.seal().hash()),
                        second.journal()));

        assertThat(Verdict.of(Link.ORIGIN, chain)).isEqualTo(new Broken(2, Fault.CONTENT_DIFFERS));
    }

    @Test
    void takesNothingElseForAHash() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SealHash("00"));
    }

    @Test
    void findsTheIdsThatAStepNames() {
        var release = UUID.fromString("0197a6c2-0000-7000-8000-000000000001");

        assertThat(References.in("released:" + release)).containsExactly(release);
        assertThat(References.in("funded")).isEmpty();
        assertThat(References.in(release + "/" + id(2))).containsExactlyInAnyOrder(release, id(2));
    }

    private static List<Found> chain(int length) {
        var chain = new ArrayList<Found>();
        var hash = SealHash.ORIGIN;
        for (int position = 1; position <= length; position++) {
            var journal = journal(position);
            hash = HashChain.next(hash, position, journal);
            chain.add(new Found(new Seal(position, journal.journal(), hash), Optional.of(journal)));
        }
        return chain;
    }

    private static JournalContent journal(long number) {
        return new JournalContent(
                id(number),
                new JournalSource("escrow", id(1), "funded"),
                "ESCROW_HOLD",
                "Logo für Ü",
                NOON,
                List.of(
                        new Line(1, new Account("AVAILABLE", "TALENT:1", "USD"), 0, 5, 5, NOON),
                        new Line(2, new Account("ESCROW", "e1", "USD"), 5, 0, -5, NOON)));
    }

    private static UUID id(long number) {
        return new UUID(1, number);
    }

    private static JournalContent with(
            JournalContent j, UUID id, JournalSource source, String reason) {
        return new JournalContent(id, source, reason, j.description(), j.postedAt(), j.lines());
    }

    private static JournalContent described(JournalContent j, String description, Instant at) {
        return new JournalContent(j.journal(), j.source(), j.reason(), description, at, j.lines());
    }

    private static JournalContent lined(JournalContent j, List<Line> lines) {
        return new JournalContent(
                j.journal(), j.source(), j.reason(), j.description(), j.postedAt(), lines);
    }

    private static JournalContent first(JournalContent j, UnaryOperator<Line> change) {
        return lined(j, List.of(change.apply(j.lines().getFirst()), j.lines().getLast()));
    }

    private static Line at(Line line, Account account) {
        return new Line(
                line.number(),
                account,
                line.debit(),
                line.credit(),
                line.balanceAfter(),
                line.at());
    }
}
