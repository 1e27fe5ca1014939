package guildhall.identity.business;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import guildhall.identity.document.DocumentStore;
import guildhall.identity.document.VersionedDocuments;
import guildhall.identity.profile.Slug;
import guildhall.messages.id.UserId;
import guildhall.messages.identity.ProfileEvents.OrganisationCreatedV1;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

/** All businesses. */
@Repository
public class Businesses {
    static final String COLLECTION = "businesses";

    /** Every token and the account of their owner name them all. */
    static final int MOST_OF_ONE_OWNER = 50;

    private final VersionedDocuments documents;
    private final Clock clock;

    Businesses(DocumentStore store, Clock clock) {
        this.documents = store.collection(COLLECTION).unique("slug").index("owner");
        this.clock = clock;
    }

    /** Makes a business of this name; with an id that exists, it is the one that exists. */
    public Business open(UUID id, UserId owner, String name) {
        for (var slug : Slug.candidates(name, id)) {
            var known = find(id);
            if (known.isPresent()) {
                return known.get();
            }
            try {
                return insert(id, owner, name, slug);
            } catch (DuplicateKeyException _) {
                // The slug is taken, or a retry of the same request was faster: look again.
            }
        }
        return find(id).orElseThrow(() -> new IllegalStateException("No slug is left for " + id));
    }

    private Business insert(UUID id, UserId owner, String name, Slug slug) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS); // As it is stored.
        var business = new Business(id, owner, slug.value(), name, "", "", "", "", "", now, 1);
        documents.insert(
                id.toString(),
                write(business),
                List.of(
                        new OrganisationCreatedV1(
                                business.party(), owner, name, slug.value(), now)));
        return business;
    }

    public Optional<Business> find(UUID id) {
        return documents.find(id.toString()).map(Businesses::read);
    }

    /** Whether the owner may open this one, or has opened it before. */
    boolean hasRoomFor(UUID id, UserId owner) {
        return ownedBy(owner, MOST_OF_ONE_OWNER).size() < MOST_OF_ONE_OWNER || find(id).isPresent();
    }

    /** The oldest first. */
    public List<Business> ownedBy(UserId owner) {
        return list(where("owner").is(owner.toString()), Integer.MAX_VALUE);
    }

    /** The oldest first, beginning after the one with this id. */
    List<Business> ownedBy(UserId owner, UUID after, int limit) {
        return find(after)
                .map(last ->
                        list(
                                where("owner")
                                        .is(owner.toString())
                                        .orOperator(
                                                where("createdAt").gt(last.createdAt()),
                                                where("createdAt")
                                                        .is(last.createdAt())
                                                        .and("_id")
                                                        .gt(after.toString())),
                                limit))
                .orElse(List.of());
    }

    List<Business> ownedBy(UserId owner, int limit) {
        return list(where("owner").is(owner.toString()), limit);
    }

    private List<Business> list(Criteria criteria, int limit) {
        var order = Sort.by("createdAt", "_id");
        return documents.list(query(criteria).with(order).limit(limit)).stream()
                .map(Businesses::read)
                .toList();
    }

    /**
     * @throws OptimisticLockingFailureException when it is no longer the version that was read
     */
    Business change(Business changed) {
        var stored =
                documents
                        .find(changed.id().toString())
                        .filter(d -> VersionedDocuments.version(d) == changed.version())
                        .orElseThrow(Businesses::stale);
        if (!documents.replace(stored, write(changed), List.of())) {
            throw stale();
        }
        return find(changed.id()).orElseThrow(Businesses::stale);
    }

    private static OptimisticLockingFailureException stale() {
        return new OptimisticLockingFailureException("The business changed meanwhile");
    }

    private static Document write(Business business) {
        return new Document("owner", business.owner().toString())
                .append("slug", business.slug())
                .append("name", business.name())
                .append("about", business.about())
                .append("website", business.website())
                .append("country", business.country())
                .append("legalName", business.legalName())
                .append("billingEmail", business.billingEmail())
                .append("createdAt", business.createdAt());
    }

    private static Business read(Document stored) {
        return new Business(
                UUID.fromString(stored.getString("_id")),
                UserId.of(stored.getString("owner")),
                stored.getString("slug"),
                stored.getString("name"),
                stored.getString("about"),
                stored.getString("website"),
                stored.getString("country"),
                stored.getString("legalName"),
                stored.getString("billingEmail"),
                stored.get("createdAt", Date.class).toInstant(),
                VersionedDocuments.version(stored));
    }
}
