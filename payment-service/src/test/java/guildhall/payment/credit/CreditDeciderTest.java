package guildhall.payment.credit;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guildhall.messages.id.TaskId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.payment.credit.CreditCommand.AddCredits;
import guildhall.payment.credit.CreditCommand.ConsumeCredits;
import guildhall.payment.credit.CreditCommand.ExpireCredits;
import guildhall.payment.credit.CreditCommand.ReleaseCredits;
import guildhall.payment.credit.CreditCommand.ReserveCredits;
import guildhall.payment.credit.CreditCommand.RevokeCredits;
import guildhall.payment.credit.CreditEvent.CreditsAdded;
import guildhall.payment.credit.CreditEvent.CreditsConsumed;
import guildhall.payment.credit.CreditEvent.CreditsExpired;
import guildhall.payment.credit.CreditEvent.CreditsReleased;
import guildhall.payment.credit.CreditEvent.CreditsReserved;
import guildhall.payment.credit.CreditEvent.CreditsRevoked;
import guildhall.payment.credit.CreditEvent.Split;
import guildhall.payment.credit.CreditRejection.InsufficientCredits;
import guildhall.payment.credit.CreditRejection.MoreThanReserved;
import guildhall.payment.credit.CreditRejection.OwesPlatform;
import guildhall.payment.credit.CreditRejection.TermsDiffer;
import guildhall.payment.credit.CreditRejection.TooMany;
import guildhall.payment.credit.CreditRejection.UnknownLot;
import guildhall.payment.credit.CreditRejection.UnknownReservation;
import guildhall.payment.credit.Lot.Part;
import guildhall.payment.ledger.Account.CashClearing;
import guildhall.payment.ledger.Account.CreditDeferred;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Account.Pending;
import guildhall.payment.ledger.Account.PromoExpense;
import guildhall.payment.ledger.Entry;
import guildhall.payment.ledger.Journal;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.testkit.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditDeciderTest {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final Instant EXPIRY = NOON.plus(Duration.ofDays(90));
    static final Currency USD = Currency.getInstance("USD");
    static final Party ACME = new Party(PartyType.BUSINESS, new UUID(0, 1));
    static final Side TALENT =
            new Side(new Party(PartyType.TALENT, new UUID(0, 2)), new UserId(new UUID(0, 3)));
    static final TaskId TASK = new TaskId(new UUID(0, 0x7a));
    static final CreditDecider DECIDER = new CreditDecider(ACME, new TalentShare(7_000), false);
    static final Lot PACK = pack(1, 10, 99_99);
    static final Lot BONUS =
            new Lot(new LotId(new UUID(0, 9)), Lot.Kind.BONUS, 2, usd(20_00), EXPIRY, NOON);

    @Test
    void addsAPurchaseOnce() {
        var account = account(new AddCredits(PACK));

        assertThat(account.available()).isEqualTo(10);
        assertThat(DECIDER.decide(new AddCredits(PACK), account)).isEqualTo(accept());
        assertThat(entries(new CreditsAdded(PACK)))
                .containsExactly(
                        debit(new CashClearing(USD), usd(99_99)),
                        credit(new CreditDeferred(USD), usd(99_99)));
        assertThat(entries(new CreditsAdded(BONUS)))
                .containsExactly(
                        debit(new PromoExpense(USD), usd(20_00)),
                        credit(new CreditDeferred(USD), usd(20_00)));
    }

    @Test
    void reservesWhatExpiresFirstAndThenTheOldest() {
        var account = account(new AddCredits(PACK), new AddCredits(BONUS));

        var decision = DECIDER.decide(reserve(3), account);

        assertThat(decision)
                .isEqualTo(
                        accept(
                                new CreditsReserved(
                                        TASK,
                                        List.of(
                                                new Part(BONUS.id(), 2, usd(20_00)),
                                                new Part(PACK.id(), 1, usd(9_99))),
                                        NOON)));
        var after = account(new AddCredits(PACK), new AddCredits(BONUS), reserve(3));
        assertThat(after.available()).isEqualTo(9);
        assertThat(after.reserved()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"9999, 10, 9999", "20000, 10, 9999", "5000, 5, 4999", "999, 0, 0"})
    void revokesWhatIsWorthNoMoreThanWasTakenBack(long amount, int units, long value) {
        var account = account(new AddCredits(PACK));
        var revoke = new RevokeCredits(PACK.id(), usd(amount), NOON);

        var decision = DECIDER.decide(revoke, account);

        assertThat(decision)
                .isEqualTo(
                        units == 0
                                ? accept()
                                : accept(
                                        new CreditsRevoked(
                                                new Part(PACK.id(), units, usd(value)), NOON)));
        var after = account(new AddCredits(PACK), revoke);
        assertThat(after.available()).isEqualTo(10 - units);
        assertThat(after.lots().getFirst().value()).isEqualTo(usd(99_99 - value));
    }

    @Test
    void revokesNothingThatIsReservedOrUnknown() {
        var account = account(new AddCredits(PACK), reserve(10));
        var revoke = new RevokeCredits(PACK.id(), usd(99_99), NOON);

        assertThat(DECIDER.decide(revoke, account)).isEqualTo(accept());
        assertThat(DECIDER.decide(revoke, DECIDER.initial())).isEqualTo(reject(new UnknownLot()));
        assertThat(CreditJournals.of(new CreditsRevoked(new Part(PACK.id(), 1, usd(9_99)), NOON)))
                .isEmpty();
    }

    @Test
    void reservesNothingNewForWhoOwesThePlatform() {
        var debtor = new CreditDecider(ACME, new TalentShare(7_000), true);
        var account = account(new AddCredits(PACK), reserve(3));

        assertThat(debtor.decide(reserve(3), account)).isEqualTo(accept());
        assertThat(debtor.decide(reserve(3), account(new AddCredits(PACK))))
                .isEqualTo(reject(new OwesPlatform()));
    }

    @Test
    void neverReservesMoreThanThereIs() {
        var account = account(new AddCredits(PACK));

        assertThat(DECIDER.decide(reserve(11), account))
                .isEqualTo(reject(new InsufficientCredits()));
        assertThat(DECIDER.decide(reserve(1), DECIDER.initial()))
                .isEqualTo(reject(new InsufficientCredits()));
        var late = new ReserveCredits(TASK, 1, EXPIRY);
        assertThat(DECIDER.decide(late, account(new AddCredits(BONUS))))
                .isEqualTo(reject(new InsufficientCredits()));
        assertThatThrownBy(() -> reserve(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void paysTheTalentItsShareOfWhatIsUsedUp() {
        var account = account(new AddCredits(PACK), reserve(4));

        var consumed = only(DECIDER.decide(consume(4), account));

        assertThat(consumed)
                .isEqualTo(
                        new CreditsConsumed(
                                TASK,
                                List.of(new Part(PACK.id(), 4, usd(39_99))),
                                TALENT,
                                "Sketch",
                                new Split(usd(39_99), usd(27_99)),
                                NOON));
        assertThat(entries(consumed))
                .containsExactly(
                        debit(new CreditDeferred(USD), usd(39_99)),
                        credit(new Pending(TALENT.party(), USD), usd(27_99)),
                        credit(new FeeRevenue(USD), usd(12_00)));
        assertThat(DECIDER.evolve(account, consumed).reserved()).isZero();
        assertThat(DECIDER.evolve(account, consumed).available()).isEqualTo(6);
    }

    @Test
    void usesAPartUpAndReturnsTheRest() {
        var account = account(new AddCredits(PACK), reserve(4), consume(2), release(2));

        assertThat(account.available()).isEqualTo(8);
        assertThat(account.reserved()).isZero();
        assertThat(account.reservation(TASK).orElseThrow().openUnits()).isZero();
        assertThat(account.lots().getFirst().value()).isEqualTo(usd(80_00));
    }

    @Test
    void acceptsRepetitionsWithoutEventsAndRefusesOtherTerms() {
        var account = account(new AddCredits(PACK), reserve(4), consume(2), release(2));

        assertThat(DECIDER.decide(reserve(4), account)).isEqualTo(accept());
        assertThat(DECIDER.decide(consume(2), account)).isEqualTo(accept());
        assertThat(DECIDER.decide(release(2), account)).isEqualTo(accept());
        assertThat(DECIDER.decide(reserve(5), account)).isEqualTo(reject(new TermsDiffer()));
        assertThat(DECIDER.decide(consume(1), account)).isEqualTo(reject(new TermsDiffer()));
        assertThat(DECIDER.decide(release(1), account)).isEqualTo(reject(new TermsDiffer()));
    }

    @Test
    void usesUpOnlyWhatIsReserved() {
        var account = account(new AddCredits(PACK));

        assertThat(DECIDER.decide(consume(1), account)).isEqualTo(reject(new UnknownReservation()));
        assertThat(DECIDER.decide(release(1), account)).isEqualTo(reject(new UnknownReservation()));
        var reserved = account(new AddCredits(PACK), reserve(2));
        assertThat(DECIDER.decide(consume(3), reserved)).isEqualTo(reject(new MoreThanReserved()));
        assertThat(DECIDER.decide(release(3), reserved)).isEqualTo(reject(new MoreThanReserved()));
    }

    @Test
    void expiresABonusThatIsLeftAndOneThatComesBackTooLate() {
        var expire = new ExpireCredits(BONUS.id(), EXPIRY);
        var account = account(new AddCredits(BONUS), reserve(1));

        var expired = only(DECIDER.decide(expire, account));
        var late =
                DECIDER.decide(
                        new ReleaseCredits(TASK, 1, EXPIRY), DECIDER.evolve(account, expired));

        assertThat(expired)
                .isEqualTo(new CreditsExpired(new Part(BONUS.id(), 1, usd(10_00)), EXPIRY));
        assertThat(entries(expired))
                .containsExactly(
                        debit(new CreditDeferred(USD), usd(10_00)),
                        credit(new PromoExpense(USD), usd(10_00)));
        assertThat(late)
                .isEqualTo(
                        accept(
                                new CreditsReleased(
                                        TASK, List.of(new Part(BONUS.id(), 1, usd(10_00))), EXPIRY),
                                new CreditsExpired(new Part(BONUS.id(), 1, usd(10_00)), EXPIRY)));
        assertThat(DECIDER.decide(new ExpireCredits(BONUS.id(), EXPIRY.minusNanos(1)), account))
                .isEqualTo(accept());
        assertThat(DECIDER.decide(new ExpireCredits(PACK.id(), EXPIRY), account))
                .isEqualTo(reject(new UnknownLot()));
    }

    @Test
    void refusesMoreThanItCanCount() {
        var account = account(new AddCredits(pack(1, Integer.MAX_VALUE, 1)));

        assertThat(DECIDER.decide(new AddCredits(pack(2, 1, 1)), account))
                .isEqualTo(reject(new TooMany()));
    }

    /** Whatever happens in whatever order: no unit and no cent comes or goes unseen. */
    @Test
    void conservesUnitsAndValueOverRandomSequences() {
        for (int seed = 0; seed < 200; seed++) {
            var any = Seeds.of(seed);
            var account = DECIDER.initial();
            long unitsIn = 0;
            long valueIn = 0;
            long unitsGone = 0;
            long valueGone = 0;
            for (int step = 0; step < 60; step++) {
                var at = NOON.plus(Duration.ofDays(step * 3L));
                var task = new TaskId(new UUID(1, any.intBetween(1, 8)));
                var units = any.intBetween(1, 9);
                var command =
                        switch (any.intBetween(1, 7)) {
                            case 1 -> new AddCredits(pack(step, units, any.intBetween(0, 9_999)));
                            case 2 ->
                                    new AddCredits(
                                            new Lot(
                                                    new LotId(new UUID(2, step)),
                                                    Lot.Kind.BONUS,
                                                    units,
                                                    usd(7L * units),
                                                    at.plus(Duration.ofDays(20)),
                                                    at));
                            case 3 -> new ReserveCredits(task, units, at);
                            case 4 -> new ReleaseCredits(task, units, at);
                            case 5 -> new ConsumeCredits(task, units, TALENT, "Sketch", at);
                            case 6 ->
                                    new RevokeCredits(
                                            pack(any.intBetween(0, step), 1, 1).id(),
                                            usd(any.intBetween(1, 9_999)),
                                            at);
                            default ->
                                    new ExpireCredits(
                                            new LotId(new UUID(2, any.intBetween(0, step))), at);
                        };
                if (DECIDER.decide(command, account) instanceof Accepted(var events)) {
                    for (var event : events) {
                        account = DECIDER.evolve(account, event);
                        switch (event) {
                            case CreditsAdded(var lot) -> {
                                unitsIn += lot.units();
                                valueIn += lot.value().minorUnits();
                            }
                            case CreditsConsumed consumed -> {
                                unitsGone += Reservation.units(consumed.parts());
                                valueGone += consumed.split().value().minorUnits();
                            }
                            case CreditsExpired(var part, _) -> {
                                unitsGone += part.units();
                                valueGone += part.value().minorUnits();
                            }
                            case CreditsRevoked(var part, _) -> {
                                unitsGone += part.units();
                                valueGone += part.value().minorUnits();
                            }
                            case CreditsReserved _, CreditsReleased _ -> {}
                        }
                    }
                }
                var open = account.reservations().values().stream();
                long reservedValue =
                        open.flatMap(r -> r.open().stream())
                                .mapToLong(part -> part.value().minorUnits())
                                .sum();
                long leftValue =
                        account.lots().stream().mapToLong(lot -> lot.value().minorUnits()).sum();
                assertThat(account.available() + account.reserved())
                        .as("seed %d", seed)
                        .isEqualTo((int) (unitsIn - unitsGone));
                assertThat(reservedValue + leftValue)
                        .as("seed %d", seed)
                        .isEqualTo(valueIn - valueGone);
            }
        }
    }

    private static CreditAccount account(CreditCommand... commands) {
        var account = DECIDER.initial();
        for (var command : commands) {
            for (var event : events(DECIDER.decide(command, account))) {
                account = DECIDER.evolve(account, event);
            }
        }
        return account;
    }

    private static List<CreditEvent> events(Decision<CreditEvent, CreditRejection> decision) {
        return ((Accepted<CreditEvent, CreditRejection>) decision).events();
    }

    private static CreditEvent only(Decision<CreditEvent, CreditRejection> decision) {
        assertThat(events(decision)).hasSize(1);
        return events(decision).getFirst();
    }

    private static List<Entry> entries(CreditEvent event) {
        return CreditJournals.of(event).map(Journal::entries).orElseThrow();
    }

    private static ReserveCredits reserve(int units) {
        return new ReserveCredits(TASK, units, NOON);
    }

    private static ReleaseCredits release(int units) {
        return new ReleaseCredits(TASK, units, NOON);
    }

    private static ConsumeCredits consume(int units) {
        return new ConsumeCredits(TASK, units, TALENT, "Sketch", NOON);
    }

    private static Lot pack(long id, int units, long value) {
        return new Lot(
                new LotId(new UUID(0, id)),
                Lot.Kind.PURCHASE,
                units,
                usd(value),
                Lot.NEVER,
                NOON.plusSeconds(id));
    }

    private static Money usd(long amount) {
        return new Money(amount, USD);
    }
}
