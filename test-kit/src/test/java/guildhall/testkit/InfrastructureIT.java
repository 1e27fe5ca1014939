package guildhall.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.net.URI;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

class InfrastructureIT {
    @Test
    void postgresCommitsDurablyAndDecodesForManyRelays() throws Exception {
        var settings = new ArrayList<String>();

        try (var connection = DriverManager.getConnection(Infrastructure.POSTGRES.address());
                var statement = connection.createStatement()) {
            for (var setting :
                    List.of(
                            "fsync",
                            "synchronous_commit",
                            "full_page_writes",
                            "wal_level",
                            "max_replication_slots",
                            "max_wal_senders")) {
                try (var row = statement.executeQuery("show " + setting)) {
                    row.next();
                    settings.add(row.getString(1));
                }
            }
        }

        assertThat(settings).containsExactly("on", "on", "on", "logical", "64", "64");
    }

    @Test
    void kafkaAnswers() throws Exception {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", Infrastructure.KAFKA.address()))) {
            var nodes = admin.describeCluster().nodes().get(10, TimeUnit.SECONDS);

            assertThat(nodes).isNotEmpty();
        }
    }

    @Test
    void mongoAnswers() {
        try (var client = MongoClients.create(Infrastructure.MONGO.address())) {
            var answer = client.getDatabase("admin").runCommand(new Document("ping", 1));

            assertThat(answer.get("ok", Number.class).intValue()).isEqualTo(1);
        }
    }

    @Test
    void redisAnswers() {
        try (var redis = new Jedis(URI.create(Infrastructure.REDIS.address()))) {
            assertThat(redis.ping()).isEqualTo("PONG");
        }
    }

    @Test
    void isStartedOnce() {
        var first = Infrastructure.REDIS.address();

        var second = Infrastructure.REDIS.address();

        assertThat(second).isEqualTo(first);
    }
}
