package guildhall.stack;

import static com.mongodb.client.model.Filters.eq;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;

/** Puts a word into every store, acknowledged, and finds it again. */
final class StoredData {
    private static final String TOPIC = "public.job";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Stack stack;

    StoredData(Stack stack) {
        this.stack = stack;
    }

    void write(String word)
            throws SQLException, IOException, ExecutionException, InterruptedException {
        try (var connection = postgres();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists word (word text)");
            statement.execute("insert into word values ('" + word + "')");
        }
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", stack.kafkaBootstrap(), "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, 0, word, word)).get();
        }
        redis("SET " + word + " " + word);
        try (var mongo = mongo()) {
            mongo.getDatabase("test")
                    .getCollection("word")
                    .insertOne(new Document("word", word).append("padding", "x".repeat(1000)));
        }
    }

    boolean has(String store, String word) throws SQLException, IOException {
        return switch (store) {
            case "postgres" -> postgresHas(word);
            case "kafka" -> kafkaHas(word);
            case "redis" -> redis("GET " + word).contains(word);
            default -> {
                try (var mongo = mongo()) {
                    var words = mongo.getDatabase("test").getCollection("word");
                    yield words.countDocuments(eq("word", word)) > 0;
                }
            }
        };
    }

    private boolean postgresHas(String word) throws SQLException {
        try (var connection = postgres();
                var query = connection.prepareStatement("select 1 from word where word = ?")) {
            query.setString(1, word);
            return query.executeQuery().next();
        }
    }

    private boolean kafkaHas(String word) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", stack.kafkaBootstrap()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            var partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end = requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
            while (consumer.position(partition) < end) {
                var found =
                        StreamSupport.stream(consumer.poll(PATIENCE).spliterator(), false)
                                .anyMatch(entry -> entry.value().equals(word));
                if (found) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A setting of the sessions in which a service works. */
    String settingOfServices(String name) throws SQLException {
        try (var connection = postgres("app");
                var statement = connection.createStatement();
                var result = statement.executeQuery("show " + name)) {
            result.next();
            return result.getString(1);
        }
    }

    /** As the service's own owner, hence through the roles that the script made. */
    private Connection postgres() throws SQLException {
        return postgres("migrator");
    }

    private Connection postgres(String role) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", "review_" + role);
        properties.setProperty("password", stack.secret("postgres.review." + role));
        return DriverManager.getConnection(
                "jdbc:postgresql://" + stack.url("postgres") + "/review", properties);
    }

    private MongoClient mongo() {
        return MongoClients.create(stack.mongoUri());
    }

    private String redis(String command) throws IOException {
        try (var socket =
                new Socket(stack.settings().bindAddress(), stack.settings().port("redis"))) {
            socket.getOutputStream()
                    .write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
