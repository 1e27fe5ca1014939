package guildhall.identity.session.adapter;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import guildhall.identity.document.DocumentStore;
import guildhall.identity.document.StoredAggregates;
import guildhall.identity.document.VersionedDocuments;
import guildhall.identity.session.Session;
import guildhall.identity.session.Session.Live;
import guildhall.identity.session.SessionCommand;
import guildhall.identity.session.SessionDecider;
import guildhall.identity.session.SessionEvent;
import guildhall.identity.session.SessionRejection;
import guildhall.identity.session.Sessions;
import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import guildhall.runtime.decide.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Sessions as documents of the collection {@code sessions}. */
@Repository
class MongoSessions implements Sessions {
    static final String COLLECTION = "sessions";

    private final VersionedDocuments documents;
    private final StoredAggregates<SessionCommand, Session, SessionEvent, SessionRejection>
            sessions;

    MongoSessions(DocumentStore store, SessionDecider decider) {
        this.documents = store.collection(COLLECTION).index("user", "purgeAt");
        this.sessions =
                new StoredAggregates<>(
                        documents,
                        decider,
                        new StoredAggregates.Form<>(
                                SessionDocuments::write,
                                SessionDocuments::read,
                                SessionMessages::of));
    }

    @Override
    public Decision<SessionEvent, SessionRejection> handle(SessionCommand command) {
        return sessions.handle(command.id().toString(), command);
    }

    @Override
    public Optional<Live> findLive(SessionId id) {
        return documents
                .find(id.toString())
                .map(SessionDocuments::read)
                .filter(Live.class::isInstance)
                .map(Live.class::cast);
    }

    @Override
    public List<Live> liveOf(UserId user, Instant at) {
        return documents.list(newestLive(user, at)).stream()
                .map(SessionDocuments::read)
                .filter(Live.class::isInstance)
                .map(Live.class::cast)
                .toList();
    }

    @Override
    public List<SessionId> liveIdsOf(UserId user, Instant at) {
        var query = newestLive(user, at);
        query.fields().include("_id");
        return documents.list(query).stream()
                .map(session -> SessionId.of(session.getString("_id")))
                .toList();
    }

    private static Query newestLive(UserId user, Instant at) {
        var live =
                where("user")
                        .is(user.toString())
                        .and("state")
                        .is("LIVE")
                        .and("refreshableUntil")
                        .gt(at);
        return query(live).with(Sort.by(Sort.Direction.DESC, "startedAt", "_id"));
    }

    @Override
    public void forgetOld(Instant now) {
        documents.forget(where("purgeAt").lt(now));
    }
}
