package guildhall.stack.mongo;

import static com.mongodb.client.model.Accumulators.max;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a query says besides the id, or besides the first field of an index, still counts. */
class IndexedDatabaseTest {
    private static final Date AT = Date.from(Instant.parse("2026-11-21T10:00:00Z"));

    @TempDir Path folder;
    private MongoServer server;
    private MongoClient client;
    private MongoCollection<Document> mails;

    private void start() throws IOException {
        server = new MongoServer(new DurableBackend(folder.resolve("documents.mv")));
        client = MongoClients.create(server.bindAndGetConnectionString());
        mails = client.getDatabase("test").getCollection("mail");
    }

    @BeforeEach
    void threeMails() throws IOException {
        start();
        mails.insertMany(
                List.of(mail("a", "PENDING", 3), mail("b", "SENT", 2), mail("c", "PENDING", 1)));
    }

    private static Document mail(String id, String status, int age) {
        return new Document("_id", id).append("status", status).append("age", age);
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void findsOnlyWhatAlsoMatchesTheRest() {
        assertThat(ids(and(eq("_id", "a"), eq("status", "PENDING")))).containsExactly("a");
        assertThat(ids(and(eq("_id", "b"), eq("status", "PENDING")))).isEmpty();
        assertThat(ids(and(eq("_id", "nobody"), eq("status", "PENDING")))).isEmpty();
        assertThat(ids(eq("status", "PENDING"))).containsExactly("c", "a");
    }

    @Test
    void findsSeveralOnceEachInTheOrderAskedFor() {
        var some = new Document("_id", new Document("$in", List.of("a", "c", "a", "nobody")));

        assertThat(ids(some.append("age", new Document("$gt", 0)))).containsExactly("c", "a");
        assertThat(ids(and(in("_id", "a", "b"), gt("age", 2)))).containsExactly("a");
    }

    @Test
    void changesOnlyWhatAlsoMatchesTheRest() {
        var toSent = set("status", "SENT");

        assertThat(mails.findOneAndUpdate(and(eq("_id", "b"), eq("status", "PENDING")), toSent))
                .isNull();
        assertThat(mails.updateOne(and(eq("_id", "a"), eq("status", "PENDING")), toSent))
                .matches(result -> result.getModifiedCount() == 1);
        assertThat(mails.updateOne(and(eq("_id", "a"), eq("status", "PENDING")), toSent))
                .matches(result -> result.getModifiedCount() == 0);
        assertThat(ids(eq("status", "SENT"))).containsExactly("b", "a");
    }

    @Test
    void findsByAnIndexWhatAScanFinds() {
        var queries =
                List.of(
                        eq("status", "PENDING"),
                        and(eq("status", "PENDING"), gt("age", 1)),
                        in("status", "SENT", "PENDING", "LOST"),
                        in("status", "SENT", null),
                        eq("status", null),
                        exists("status", false),
                        regex("status", "^S"),
                        and(gte("age", 1), lt("age", 3)),
                        lte("age", 2L),
                        gt("age", 2.5),
                        eq("unsent.0.at", AT),
                        gt("unsent.0.at", Date.from(Instant.EPOCH)),
                        eq("tags", "old"),
                        and(gte("marks", 4), lt("marks", 4)),
                        eq("parts.by", "x"),
                        or(eq("status", "SENT"), eq("age", 1)),
                        ne("status", "SENT"));
        mails.insertOne(
                new Document("_id", "d")
                        .append("age", 0)
                        .append("tags", List.of("old"))
                        .append(
                                "parts",
                                List.of(new Document("by", "y"), new Document("by", "x"))));
        mails.insertOne(mail("e", "SENT", 9).append("marks", List.of(2, 7)));
        mails.updateOne(eq("_id", "b"), push("unsent", new Document("at", AT)));
        var scanned = queries.stream().map(this::ids).toList();
        var counts = scanned.stream().map(ids -> (long) ids.size()).toList();
        assertThat(queries.stream().map(mails::countDocuments).toList()).isEqualTo(counts);

        mails.createIndex(ascending("status", "age"));
        mails.createIndex(ascending("age"));
        mails.createIndex(ascending("unsent.0.at"));
        mails.createIndex(ascending("tags"));
        mails.createIndex(ascending("marks"));
        mails.createIndex(ascending("parts.by"));

        assertThat(queries.stream().map(this::ids).toList()).isEqualTo(scanned);
        assertThat(queries.stream().map(mails::countDocuments).toList()).isEqualTo(counts);
    }

    @Test
    void takesWhatMatchesThroughAPipeline() {
        mails.createIndex(ascending("status"));
        var oldest = group("$status", max("oldest", "$age"));

        assertThat(mails.aggregate(List.of(match(eq("status", "PENDING")), oldest)))
                .containsExactly(new Document("_id", "PENDING").append("oldest", 3));
        assertThat(mails.aggregate(List.of(match(eq("status", "LOST")), oldest))).isEmpty();
        assertThat(mails.aggregate(List.of(oldest))).hasSize(2);
        assertThat(client.getDatabase("test").getCollection("nothing").countDocuments()).isZero();
    }

    @Test
    void followsEveryChangeOfAnIndexedField() {
        mails.createIndex(ascending("status"));

        mails.updateOne(eq("_id", "a"), set("status", "SENT"));
        mails.updateOne(eq("_id", "b"), unset("status"));
        mails.deleteOne(eq("_id", "c"));
        mails.insertOne(mail("d", "PENDING", 4));
        mails.replaceOne(eq("_id", "e"), mail("e", "SENT", 5), new ReplaceOptions().upsert(true));

        assertThat(ids(eq("status", "PENDING"))).containsExactly("d");
        assertThat(ids(eq("status", "SENT"))).containsExactly("a", "e");
    }

    @Test
    void answersWithDocumentsThatNobodyChangesMeanwhile() throws Exception {
        try (var writer = Executors.newSingleThreadExecutor()) {
            var writing =
                    writer.submit(() -> {
                        for (int i = 0; i < 300; i++) {
                            mails.updateOne(eq("_id", "a"), everywhere(i));
                        }
                    });
            while (!writing.isDone()) {
                var read = requireNonNull(mails.find(eq("_id", "a")).first());
                read.keySet().removeAll(List.of("_id", "status", "age"));
                assertThat(Set.copyOf(read.values())).hasSizeLessThan(2);
            }
            writing.get();
        }
    }

    private static Bson everywhere(int value) {
        return combine(
                IntStream.range(0, 300).mapToObj(field -> set("field" + field, value)).toList());
    }

    @Test
    void findsEverythingAgainAfterAStart() throws IOException {
        mails.createIndex(ascending("status"));
        mails.updateOne(eq("_id", "a"), push("unsent", new Document("at", AT)));
        var before = mails.find().sort(ascending("age")).into(new ArrayList<>());
        stop();

        start();

        assertThat(mails.find().sort(ascending("age")).into(new ArrayList<>())).isEqualTo(before);
        assertThat(ids(eq("status", "PENDING"))).containsExactly("c", "a");
    }

    @Test
    void refusesASecondDocumentOfAUniqueValueAlsoAfterAStart() throws IOException {
        mails.createIndex(ascending("age", "to"), new IndexOptions().unique(true));
        mails.insertOne(mail("d", "PENDING", 3).append("to", "ada@example.com"));
        stop();

        start();

        assertRefused(mail("a", "SENT", 9));
        assertRefused(mail("e", "SENT", 3));
        assertRefused(mail("e", "SENT", 3).append("to", "ada@example.com"));
        assertThat(mails.deleteOne(eq("_id", "d")).getDeletedCount()).isEqualTo(1);
        mails.insertOne(mail("e", "SENT", 3).append("to", "ada@example.com"));
        assertThat(ids(eq("age", 3))).containsExactlyInAnyOrder("a", "e");
    }

    private void assertRefused(Document mail) {
        assertThatThrownBy(() -> mails.insertOne(mail)).hasMessageContaining("duplicate key");
    }

    private List<String> ids(Bson query) {
        return mails.find(query)
                .sort(ascending("age"))
                .map(mail -> mail.getString("_id"))
                .into(new ArrayList<>());
    }
}
