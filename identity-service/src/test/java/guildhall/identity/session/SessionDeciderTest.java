package guildhall.identity.session;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.identity.session.Session.*;
import guildhall.identity.session.SessionCommand.*;
import guildhall.identity.session.SessionEvent.*;
import guildhall.identity.session.SessionRejection.*;
import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.runtime.decide.Decision;
import guildhall.testkit.Specification;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionDeciderTest {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final SessionId ID = SessionId.of("00000000-0000-7000-8000-0000000000a1");
    static final UserId ADA = UserId.of("00000000-0000-7000-8000-00000000ada0");
    static final Device LAPTOP = new Device("Firefox", "203.0.113.9");
    static final Device TRAIN = new Device("Firefox", "198.51.100.7");
    static final Party BUSINESS = new Party(PartyType.BUSINESS, new UUID(1, 1));
    static final Party TALENT = new Party(PartyType.TALENT, new UUID(2, 2));
    static final Duration MONTH = Duration.ofDays(30);
    static final SessionPolicy POLICY =
            new SessionPolicy(MONTH, Duration.ofDays(40), Duration.ofSeconds(10), 2);

    private final SessionDecider decider = new SessionDecider(POLICY);
    private final Specification<
                    SessionCommand, Session, SessionEvent, Decision<SessionEvent, SessionRejection>>
            session = Specification.of(decider.initial(), decider::decide, decider::evolve);

    @Test
    void startsInItsFirstGeneration() {
        session.given()
                .when(new StartSession(ID, ADA, LAPTOP, BUSINESS, "seed", NOON))
                .then(accept(started()));
    }

    @Test
    void movesToTheNextGenerationWithThePresentToken() {
        session.given(started()).when(refresh(1, 60)).then(accept(refreshed(2, 60)));
    }

    @Test
    void remembersFromWhereItWasRefreshed() {
        session.given(started(), refreshed(2, 60))
                .leadsTo(
                        new Live(
                                ID,
                                ADA,
                                TRAIN,
                                BUSINESS,
                                "seed",
                                2,
                                NOON,
                                NOON.plusSeconds(60),
                                NOON.plusSeconds(60).plus(MONTH)));
    }

    @Test
    void givesTheSuccessorAgainWithinTheGrace() {
        session.given(started(), refreshed(2, 60)).when(refresh(1, 69)).then(accept());
    }

    @Test
    void endsTheFamilyWhenAReplacedTokenComesBackAfterTheGrace() {
        session.given(started(), refreshed(2, 60)).when(refresh(1, 70)).then(reuse(70));
    }

    @Test
    void endsTheFamilyForAnOlderTokenHoweverSoon() {
        session.given(started(), refreshed(2, 60), refreshed(3, 61))
                .when(refresh(1, 62))
                .then(reuse(62));
    }

    @Test
    void refusesATokenThatOnlyARestoredDatabaseExplains() {
        session.given(started()).when(refresh(2, 1)).then(reject(new TokenFromTheFuture()));
    }

    @Test
    void isOverWhenNobodyRefreshedItForAMonth() {
        session.given(started())
                .when(refresh(1, MONTH.toSeconds()))
                .then(reject(new SessionOver()));
    }

    @Test
    void isOverAtTheEndOfItsLifeHoweverBusy() {
        var day29 = Duration.ofDays(29).toSeconds();
        var day40 = Duration.ofDays(40).toSeconds();
        var busy =
                new SessionRefreshed(
                        ID, 2, TRAIN, NOON.plusSeconds(day29), NOON.plusSeconds(day40));

        session.given(started()).when(refresh(1, day29)).then(accept(busy));
        session.given(started(), busy).when(refresh(2, day40)).then(reject(new SessionOver()));
    }

    @Test
    void endsOnce() {
        var end = new EndSession(ID, EndReason.LOGOUT, NOON);
        var ended = new SessionEnded(ID, ADA, EndReason.LOGOUT, NOON);

        session.given(started()).when(end).then(accept(ended));
        session.given(started(), ended).when(end).then(accept());
        session.given(started(), ended).when(refresh(1, 1)).then(reject(new SessionOver()));
    }

    @Test
    void appliesARevocationThatIsPublishedAlreadyWithoutPublishingItAgain() {
        session.given(started())
                .when(new ApplyRevocation(ID, EndReason.PASSWORD_CHANGED, NOON))
                .then(accept(new RevocationApplied(ID, EndReason.PASSWORD_CHANGED, NOON)));
        session.given(started(), new RevocationApplied(ID, EndReason.PASSWORD_CHANGED, NOON))
                .leadsTo(new Ended(ID, ADA, EndReason.PASSWORD_CHANGED, NOON));
    }

    @Test
    void actsForAnotherPartyInTheSameGeneration() {
        session.given(started())
                .when(new ActFor(ID, TALENT, NOON))
                .then(accept(new PartyChosen(ID, TALENT)));
        session.given(started(), new PartyChosen(ID, TALENT))
                .when(refresh(1, 60))
                .then(accept(refreshed(2, 60)));
        session.given(started()).when(new ActFor(ID, BUSINESS, NOON)).then(accept());
    }

    @Test
    void knowsNothingOfASessionThatNeverBegan() {
        session.given().when(refresh(1, 1)).then(reject(new UnknownSession()));
        session.given()
                .when(new EndSession(ID, EndReason.LOGOUT, NOON))
                .then(reject(new UnknownSession()));
    }

    static SessionStarted started() {
        return new SessionStarted(
                new Live(ID, ADA, LAPTOP, BUSINESS, "seed", 1, NOON, NOON, NOON.plus(MONTH)));
    }

    static RefreshSession refresh(int generation, long seconds) {
        return new RefreshSession(ID, generation, TRAIN, NOON.plusSeconds(seconds));
    }

    static SessionRefreshed refreshed(int generation, long seconds) {
        var at = NOON.plusSeconds(seconds);
        return new SessionRefreshed(ID, generation, TRAIN, at, at.plus(MONTH));
    }

    static Decision<SessionEvent, SessionRejection> reuse(long seconds) {
        var at = NOON.plusSeconds(seconds);
        return accept(
                new ReuseDetected(ID, ADA, at),
                new SessionEnded(ID, ADA, EndReason.TOKEN_REUSE, at));
    }
}
