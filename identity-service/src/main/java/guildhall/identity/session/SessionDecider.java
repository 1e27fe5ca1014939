package guildhall.identity.session;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.identity.session.Session.*;
import guildhall.identity.session.SessionCommand.*;
import guildhall.identity.session.SessionEvent.*;
import guildhall.identity.session.SessionRejection.*;
import guildhall.runtime.decide.Decider;
import guildhall.runtime.decide.Decision;
import java.time.Instant;

/** The rules of a login and its refresh tokens. */
public final class SessionDecider
        implements Decider<SessionCommand, Session, SessionEvent, SessionRejection> {
    private final SessionPolicy policy;

    public SessionDecider(SessionPolicy policy) {
        this.policy = policy;
    }

    @Override
    public Session initial() {
        return new Absent();
    }

    @Override
    public Decision<SessionEvent, SessionRejection> decide(SessionCommand command, Session state) {
        return switch (command) {
            case StartSession start -> start(start, state);
            case RefreshSession refresh -> refresh(refresh, state);
            case ActFor act -> actFor(act, state);
            case EndSession end -> end(end, state);
            case ApplyRevocation apply -> apply(apply, state);
        };
    }

    private Decision<SessionEvent, SessionRejection> start(StartSession c, Session state) {
        return switch (state) {
            case Absent _ ->
                    accept(
                            new SessionStarted(
                                    new Live(
                                            c.id(),
                                            c.user(),
                                            c.device(),
                                            c.actingFor(),
                                            c.seed(),
                                            1,
                                            c.at(),
                                            c.at(),
                                            policy.refreshableUntil(c.at(), c.at()))));
            case Live _ -> accept();
            case Ended _ -> reject(new SessionOver());
        };
    }

    private Decision<SessionEvent, SessionRejection> refresh(RefreshSession c, Session state) {
        return switch (state) {
            case Absent _ -> reject(new UnknownSession());
            case Ended _ -> reject(new SessionOver());
            case Live live when live.isOver(c.at()) -> reject(new SessionOver());
            case Live live -> refresh(c, live);
        };
    }

    private Decision<SessionEvent, SessionRejection> refresh(RefreshSession c, Live live) {
        if (c.generation() == live.generation()) {
            var until = policy.refreshableUntil(live.startedAt(), c.at());
            return accept(
                    new SessionRefreshed(
                            live.id(), live.generation() + 1, c.device(), c.at(), until));
        }
        if (c.generation() > live.generation()) {
            return reject(new TokenFromTheFuture());
        }
        if (c.generation() == live.generation() - 1 && inGrace(live, c.at())) {
            return accept(); // The answer was lost; the present token is the successor.
        }
        return accept(
                new ReuseDetected(live.id(), live.user(), c.at()),
                new SessionEnded(live.id(), live.user(), EndReason.TOKEN_REUSE, c.at()));
    }

    private boolean inGrace(Live live, Instant at) {
        return at.isBefore(live.refreshedAt().plus(policy.grace()));
    }

    private static Decision<SessionEvent, SessionRejection> actFor(ActFor c, Session state) {
        return switch (state) {
            case Absent _ -> reject(new UnknownSession());
            case Ended _ -> reject(new SessionOver());
            case Live live when live.isOver(c.at()) -> reject(new SessionOver());
            case Live live when c.party().equals(live.actingFor()) -> accept();
            case Live live -> accept(new PartyChosen(live.id(), c.party()));
        };
    }

    private static Decision<SessionEvent, SessionRejection> end(EndSession c, Session state) {
        return switch (state) {
            case Absent _ -> reject(new UnknownSession());
            case Ended _ -> accept();
            case Live live -> accept(new SessionEnded(live.id(), live.user(), c.reason(), c.at()));
        };
    }

    private static Decision<SessionEvent, SessionRejection> apply(
            ApplyRevocation c, Session state) {
        return switch (state) {
            case Absent _ -> reject(new UnknownSession());
            case Ended _ -> accept();
            case Live live -> accept(new RevocationApplied(live.id(), c.reason(), c.at()));
        };
    }

    @Override
    public Session evolve(Session state, SessionEvent event) {
        return switch (event) {
            case SessionStarted e when state instanceof Absent -> e.session();
            case SessionRefreshed e when state instanceof Live live ->
                    live.refreshed(e.generation(), e.device(), e.at(), e.refreshableUntil());
            case PartyChosen e when state instanceof Live live -> live.actingFor(e.party());
            case ReuseDetected _ when state instanceof Live live -> live;
            case SessionEnded e when state instanceof Live live -> live.ended(e.reason(), e.at());
            case RevocationApplied e when state instanceof Live live ->
                    live.ended(e.reason(), e.at());
            case SessionStarted _,
                    SessionRefreshed _,
                    PartyChosen _,
                    ReuseDetected _,
                    SessionEnded _,
                    RevocationApplied _ ->
                    throw new IllegalStateException(event + " cannot follow " + state);
        };
    }
}
