package guildhall.runtime.consume;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Reads dead letters for operators. */
final class MongoDeadLetterQueries {
    private final MongoCollection<Document> letters;

    MongoDeadLetterQueries(MongoCollection<Document> letters) {
        this.letters = letters;
    }

    /** Ids are ordered by time, so they are the cursor. */
    DeadLetters.Slice list(DeadLetters.Query query) {
        var filters = new ArrayList<Bson>();
        filters.add(in("state", states(query)));
        if (query.consumer() != null) {
            filters.add(eq("consumer", query.consumer()));
        }
        if (query.key() != null) {
            filters.add(eq("key", query.key()));
        }
        if (query.after() != null) {
            filters.add(lt("_id", query.after().toString()));
        }
        var found =
                letters.find(and(filters))
                        .sort(Sorts.descending("_id"))
                        .limit(query.limit() + 1)
                        .map(LetterDocuments::letter)
                        .into(new ArrayList<>());
        return DeadLetters.Slice.of(found, query.limit());
    }

    private static List<String> states(DeadLetters.Query query) {
        var states =
                query.states().isEmpty()
                        ? Arrays.stream(DeadLetter.State.values())
                        : query.states().stream();
        return states.map(Enum::name).toList();
    }

    Optional<DeadLetter> find(UUID id) {
        return Optional.ofNullable(letters.find(eq("_id", id.toString())).first())
                .map(LetterDocuments::letter);
    }

    Optional<DeadLetter> blocking(String consumer, String key) {
        return Optional.ofNullable(
                        letters.find(
                                        and(
                                                eq("consumer", consumer),
                                                eq("key", key),
                                                eq("state", "DEAD")))
                                .sort(Sorts.ascending("position"))
                                .first())
                .map(LetterDocuments::letter);
    }
}
