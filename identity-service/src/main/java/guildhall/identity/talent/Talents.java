package guildhall.identity.talent;

import guildhall.identity.document.DocumentStore;
import guildhall.identity.document.VersionedDocuments;
import guildhall.identity.profile.Slug;
import guildhall.messages.Message;
import guildhall.messages.id.UserId;
import guildhall.messages.identity.ProfileEvents.TalentProfileCreatedV1;
import guildhall.messages.identity.ProfileEvents.TalentProfileUpdatedV1;
import guildhall.messages.money.Money;
import guildhall.runtime.id.Ids;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;

/** All talent profiles. */
@Repository
public class Talents {
    static final String COLLECTION = "talents";

    private final VersionedDocuments documents;
    private final Clock clock;

    Talents(DocumentStore store, Clock clock) {
        this.documents = store.collection(COLLECTION).unique("slug");
        this.clock = clock;
    }

    /** The id of the profile that a user has or will have. */
    private static UUID idFor(UserId owner) {
        return Ids.derived("talent", owner);
    }

    /** Makes the profile of this user; when there is one, it is that. */
    public Talent open(UserId owner, String displayName) {
        var id = idFor(owner);
        for (var slug : Slug.candidates(displayName, id)) {
            var known = find(id);
            if (known.isPresent()) {
                return known.get();
            }
            try {
                return insert(id, owner, displayName, slug);
            } catch (DuplicateKeyException _) {
                // The slug is taken, or a retry of the same request was faster: look again.
            }
        }
        return find(id).orElseThrow(() -> new IllegalStateException("No slug is left for " + id));
    }

    private Talent insert(UUID id, UserId owner, String displayName, Slug slug) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS); // As it is stored.
        var talent =
                new Talent(
                        id, owner, slug.value(), displayName, "", "", List.of(), null, "", now, 1);
        documents.insert(
                id.toString(),
                write(talent),
                List.of(new TalentProfileCreatedV1(talent.party(), owner, displayName, now)));
        return talent;
    }

    public Optional<Talent> find(UUID id) {
        return documents.find(id.toString()).map(Talents::read);
    }

    public Optional<Talent> ownedBy(UserId owner) {
        return find(idFor(owner));
    }

    /**
     * @throws OptimisticLockingFailureException when it is no longer the version that was read
     */
    Talent change(Talent changed) {
        var stored =
                documents
                        .find(changed.id().toString())
                        .filter(d -> VersionedDocuments.version(d) == changed.version())
                        .orElseThrow(Talents::stale);
        if (!documents.replace(stored, write(changed), List.of(updated(changed)))) {
            throw stale();
        }
        return find(changed.id()).orElseThrow(Talents::stale);
    }

    private Message updated(Talent talent) {
        return new TalentProfileUpdatedV1(
                talent.party(),
                talent.owner(),
                talent.displayName(),
                talent.headline(),
                talent.skills(),
                clock.instant());
    }

    private static OptimisticLockingFailureException stale() {
        return new OptimisticLockingFailureException("The profile changed meanwhile");
    }

    private static Document write(Talent talent) {
        var document =
                new Document("owner", talent.owner().toString())
                        .append("slug", talent.slug())
                        .append("displayName", talent.displayName())
                        .append("headline", talent.headline())
                        .append("bio", talent.bio())
                        .append("skills", talent.skills())
                        .append("country", talent.country())
                        .append("createdAt", talent.createdAt());
        var rate = talent.hourlyRate();
        if (rate != null) {
            document.append(
                    "hourlyRate",
                    new Document("amount", rate.minorUnits())
                            .append("currency", rate.currency().getCurrencyCode()));
        }
        return document;
    }

    private static Talent read(Document stored) {
        return new Talent(
                UUID.fromString(stored.getString("_id")),
                UserId.of(stored.getString("owner")),
                stored.getString("slug"),
                stored.getString("displayName"),
                stored.getString("headline"),
                stored.getString("bio"),
                stored.getList("skills", String.class),
                money(stored.get("hourlyRate", Document.class)),
                stored.getString("country"),
                stored.get("createdAt", Date.class).toInstant(),
                VersionedDocuments.version(stored));
    }

    private static @Nullable Money money(@Nullable Document stored) {
        return stored == null
                ? null
                : Money.of(
                        stored.get("amount", Number.class).longValue(),
                        stored.getString("currency"));
    }
}
