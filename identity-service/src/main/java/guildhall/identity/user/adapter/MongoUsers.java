package guildhall.identity.user.adapter;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import guildhall.identity.document.DocumentStore;
import guildhall.identity.document.StoredAggregates;
import guildhall.identity.document.VersionedDocuments;
import guildhall.identity.user.EmailAddress;
import guildhall.identity.user.User;
import guildhall.identity.user.UserCommand;
import guildhall.identity.user.UserDecider;
import guildhall.identity.user.UserEvent;
import guildhall.identity.user.UserRejection;
import guildhall.identity.user.UserRejection.AddressTaken;
import guildhall.identity.user.Users;
import guildhall.messages.id.UserId;
import guildhall.runtime.decide.Decision;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Repository;

/** Users as documents of the collection {@code users}. */
@Repository
class MongoUsers implements Users {
    static final String COLLECTION = "users";

    private final VersionedDocuments documents;
    private final StoredAggregates<UserCommand, User, UserEvent, UserRejection> users;

    MongoUsers(DocumentStore store, UserDecider decider) {
        this.documents =
                store.collection(COLLECTION)
                        .unique("emailKey")
                        .index("address", "verification.hash", "verifiedWith", "reset.hash")
                        .index("purgeAt");
        this.users =
                new StoredAggregates<>(
                        documents,
                        decider,
                        new StoredAggregates.Form<>(
                                UserDocuments::write, UserDocuments::read, UserMessages::of));
    }

    @Override
    public Decision<UserEvent, UserRejection> handle(UserCommand command) {
        return handle(command, _ -> true);
    }

    @Override
    public Decision<UserEvent, UserRejection> handle(UserCommand command, long expectedVersion) {
        return handle(command, version -> version == expectedVersion);
    }

    private Decision<UserEvent, UserRejection> handle(UserCommand command, LongPredicate expected) {
        try {
            return users.handle(command.id().toString(), command, expected);
        } catch (DuplicateKeyException _) {
            return Decision.reject(new AddressTaken());
        }
    }

    @Override
    public Optional<Versioned> find(UserId id) {
        return documents
                .find(id.toString())
                .flatMap(stored ->
                        UserDocuments.read(stored) instanceof User.Known known
                                ? Optional.of(
                                        new Versioned(known, VersionedDocuments.version(stored)))
                                : Optional.empty());
    }

    @Override
    public Optional<User.Known> findVerified(EmailAddress email) {
        return documents
                .one(where("emailKey").is(email.key()))
                .map(UserDocuments::read)
                .map(User.Known.class::cast);
    }

    @Override
    public Optional<User.Pending> findClaim(EmailAddress email) {
        var claims = where("address").is(email.key()).and("standing").is("PENDING_VERIFICATION");
        var newest = query(claims).with(Sort.by(Sort.Direction.DESC, "registeredAt")).limit(1);
        return documents.list(newest).stream().map(UserDocuments::pending).findFirst();
    }

    @Override
    public Optional<UserId> findByVerification(String tokenHash) {
        return documents
                .one(where("verification.hash").is(tokenHash))
                .or(() -> documents.one(where("verifiedWith").is(tokenHash)))
                .map(UserDocuments::id);
    }

    @Override
    public Optional<UserId> findByReset(String tokenHash) {
        return documents.one(where("reset.hash").is(tokenHash)).map(UserDocuments::id);
    }

    @Override
    public void forgetOldClaims(Instant now) {
        documents.forget(where("purgeAt").lt(now));
    }
}
