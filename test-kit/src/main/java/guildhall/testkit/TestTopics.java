package guildhall.testkit;

import guildhall.messages.MessageCatalogue;
import guildhall.testkit.engine.BrokerSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of the catalogue under one prefix, created before anybody subscribes to them. */
final class TestTopics {
    private final String bootstrap;
    private final List<String> names;

    private TestTopics(String bootstrap, List<String> names) {
        this.bootstrap = bootstrap;
        this.names = names;
    }

    static TestTopics create(String bootstrap, String prefix) {
        var names =
                MessageCatalogue.topics().stream()
                        .map(MessageCatalogue::topicOf)
                        .map(prefix::concat)
                        .toList();
        var topics =
                names.stream()
                        .map(name ->
                                new NewTopic(
                                        name,
                                        Optional.of(BrokerSettings.PARTITIONS),
                                        Optional.empty()))
                        .toList();
        try (var admin = admin(bootstrap)) {
            admin.createTopics(topics).all().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("The topics cannot be created", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return new TestTopics(bootstrap, names);
    }

    /** Asks for the deletion and does not wait for it: nobody else uses these names. */
    void delete() {
        try (var admin = admin(bootstrap)) {
            admin.deleteTopics(names);
        }
    }

    private static Admin admin(String bootstrap) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
    }
}
