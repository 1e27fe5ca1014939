package guildhall.identity.verification.adapter;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import guildhall.identity.document.DocumentStore;
import guildhall.identity.document.StoredAggregates;
import guildhall.identity.document.VersionedDocuments;
import guildhall.identity.verification.Dossier;
import guildhall.identity.verification.Verification;
import guildhall.identity.verification.Verification.Begun;
import guildhall.identity.verification.VerificationCommand;
import guildhall.identity.verification.VerificationDecider;
import guildhall.identity.verification.VerificationEvent;
import guildhall.identity.verification.VerificationRejection;
import guildhall.identity.verification.Verifications;
import guildhall.messages.id.VerificationId;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.list.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Repository;

/** Verifications as documents of the collection {@code verifications}. */
@Repository
class MongoVerifications implements Verifications {
    static final String COLLECTION = "verifications";

    private final VersionedDocuments documents;
    private final StoredAggregates<
                    VerificationCommand, Verification, VerificationEvent, VerificationRejection>
            verifications;

    MongoVerifications(DocumentStore store, VerificationDecider decider) {
        this.documents = store.collection(COLLECTION).index("queuedAt", "lapsesAt", "fingerprints");
        this.verifications =
                new StoredAggregates<>(
                        documents,
                        decider,
                        new StoredAggregates.Form<>(
                                VerificationDocuments::write,
                                VerificationDocuments::read,
                                VerificationMessages::of));
    }

    @Override
    public Decision<VerificationEvent, VerificationRejection> handle(VerificationCommand command) {
        return verifications.handle(command.id().toString(), command);
    }

    @Override
    public Decision<VerificationEvent, VerificationRejection> handle(
            VerificationId id, Function<Verification, VerificationCommand> command) {
        return verifications.handle(id.toString(), command);
    }

    @Override
    public Optional<Begun> find(VerificationId id) {
        return documents.find(id.toString()).map(VerificationDocuments::read);
    }

    @Override
    public List<Begun> queue(Place after, int limit) {
        var later =
                where("queuedAt")
                        .gte(after.at())
                        .orOperator(
                                where("queuedAt").gt(after.at()),
                                where("_id").gt(after.id().toString()));
        var oldestFirst =
                query(later).with(Sort.by(Sort.Direction.ASC, "queuedAt", "_id")).limit(limit);
        return documents.list(oldestFirst).stream().map(VerificationDocuments::read).toList();
    }

    @Override
    public Set<String> heldByOthers(Dossier dossier) {
        var shown = dossier.shownFingerprints();
        var others =
                where("fingerprints").in(shown).and("user").ne(dossier.subject().user().toString());
        return documents.list(query(others)).stream()
                .flatMap(other -> other.getList("fingerprints", String.class).stream())
                .filter(shown::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<VerificationId> expired(Instant now, int limit) {
        return documents.list(query(where("lapsesAt").lte(now)).limit(limit)).stream()
                .map(stored -> VerificationId.of(stored.getString("_id")))
                .toList();
    }
}
