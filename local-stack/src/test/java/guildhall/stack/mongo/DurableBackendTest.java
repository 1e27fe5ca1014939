package guildhall.stack.mongo;

import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.out;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after a kill, and happened once. */
class DurableBackendTest {
    private static final String FILE = "documents.mv";

    @TempDir Path folder;
    private int lives;
    private DurableBackend backend;
    private MongoServer server;
    private MongoClient client;
    private MongoCollection<Document> counters;

    @BeforeEach
    void start() throws IOException {
        backend = new DurableBackend(home().resolve(FILE));
        server = new MongoServer(backend);
        client = MongoClients.create(server.bindAndGetConnectionString());
        counters = client.getDatabase("test").getCollection("counter");
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    private Path home() throws IOException {
        return Files.createDirectories(folder.resolve("life-" + lives));
    }

    /**
     * What is on disk at this moment goes on elsewhere; the old server writes where nobody looks.
     */
    private void kill() throws IOException {
        copyTo(folder.resolve("life-" + (lives + 1)));
        stop();
        lives++;
    }

    private void copyTo(Path next) throws IOException {
        Files.createDirectories(next);
        try (var files = Files.list(home())) {
            for (var file : files.toList()) {
                Files.copy(file, next.resolve(file.getFileName()));
            }
        }
    }

    private void count(String id) {
        var change = combine(inc("times", 1), push("log", "x"));
        counters.updateOne(eq("_id", id), change, new UpdateOptions().upsert(true));
    }

    private List<Document> all() {
        return counters.find().sort(new Document("_id", 1)).into(new ArrayList<>());
    }

    private static Document counter(String id, int times) {
        return new Document("_id", id)
                .append("times", times)
                .append("log", new ArrayList<>(List.of("x".repeat(times).split(""))));
    }

    private List<String> logs() throws IOException {
        try (var files = Files.list(home())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .toList();
        }
    }

    @Test
    void repeatsWhatTheFileDoesNotHoldYet() throws IOException {
        counters.createIndex(Indexes.ascending("times"));
        counters.insertMany(List.of(new Document("_id", "a"), new Document("_id", "b")));
        count("a");
        backend.writeFile();
        count("a");
        count("b");

        kill();
        start();

        assertThat(all()).containsExactly(counter("a", 2), counter("b", 1));
        assertThat(logs()).hasSize(1);
    }

    @Test
    void repeatsWhatAPipelineWrote() throws IOException {
        count("a");
        counters.aggregate(List.of(match(eq("_id", "a")), out("copy"))).toCollection();

        kill();
        start();

        assertThat(client.getDatabase("test").getCollection("copy").find())
                .containsExactly(counter("a", 1));
    }

    @Test
    void repeatsNothingTwice() throws IOException {
        counters.insertOne(new Document("_id", "a"));
        for (int life = 0; life < 5; life++) {
            count("a");
            kill();
            start();
        }
        stop();
        start();

        assertThat(all()).containsExactly(counter("a", 5));
    }

    @Test
    void refusesAgainWhatItRefused() throws IOException {
        counters.insertOne(new Document("_id", "a").append("times", 1));
        assertThatThrownBy(() -> counters.insertOne(new Document("_id", "a")))
                .isInstanceOf(MongoWriteException.class);

        kill();
        start();

        assertThat(all()).containsExactly(new Document("_id", "a").append("times", 1));
    }

    @Test
    void leavesOutWhatWasBeingWrittenWhenTheKillCame() throws IOException {
        counters.insertOne(new Document("_id", "a"));
        count("a");
        kill();
        var log = home().resolve(logs().getFirst());
        Files.write(log, new byte[] {90, 0, 0, 0, 2, 'd', 'a'}, StandardOpenOption.APPEND);

        start();
        count("a");
        kill();
        start();

        assertThat(all()).containsExactly(counter("a", 2));
    }

    /** The next log is begun before the file says that it counts. */
    @Test
    void takesNoLogThatTheFileDoesNotKnow() throws IOException {
        counters.insertOne(new Document("_id", "a"));
        count("a");
        kill();
        var next = CommandLog.file(home().resolve(FILE), 2);
        assertThat(next).doesNotExist();
        Files.writeString(next, "left behind", UTF_8);

        start();

        assertThat(all()).containsExactly(counter("a", 1));
    }

    @Test
    void needsNoLogAfterItWasStopped() throws IOException {
        counters.insertOne(new Document("_id", "a"));
        count("a");
        stop();
        for (var log : logs()) {
            Files.delete(home().resolve(log));
        }

        start();

        assertThat(all()).containsExactly(counter("a", 1));
    }

    @Test
    void writesALongLogIntoTheFile() throws IOException {
        var text = "x".repeat(1 << 20);
        for (int i = 0; i < 40; i++) {
            counters.updateOne(
                    eq("_id", i % 4),
                    combine(inc("times", 1), set("text", text)),
                    new UpdateOptions().upsert(true));
        }

        assertThat(Files.size(home().resolve(logs().getFirst()))).isLessThan(18L << 20);
        kill();
        start();
        assertThat(all()).extracting(page -> page.getInteger("times")).containsOnly(10);
    }

    /**
     * The store would write by itself when much has changed: between two documents of a command.
     */
    @Test
    void writesTheFileOnlyBetweenCommands() throws IOException {
        counters.insertMany(
                IntStream.range(0, 30_000).mapToObj(id -> new Document("_id", id)).toList());
        counters.updateMany(new Document(), inc("times", 1));

        kill();
        start();

        assertThat(counters.countDocuments(eq("times", 1))).isEqualTo(30_000);
    }
}
