package guildhall.stack.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import de.bwaldvogel.mongo.MongoServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a query says besides the id still counts. */
class ByIdTest {
    @TempDir Path folder;
    private MongoServer server;
    private MongoClient client;
    private MongoCollection<Document> mails;

    @BeforeEach
    void threeMails() {
        server = new MongoServer(new DurableBackend(folder.resolve("documents.mv")));
        client = MongoClients.create(server.bindAndGetConnectionString());
        mails = client.getDatabase("test").getCollection("mail");
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

    private List<String> ids(Bson query) {
        return mails.find(query)
                .sort(Sorts.ascending("age"))
                .map(mail -> mail.getString("_id"))
                .into(new ArrayList<>());
    }
}
