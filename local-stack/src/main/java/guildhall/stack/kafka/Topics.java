package guildhall.stack.kafka;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Brings the topics of a cluster to what is defined. Nothing is ever deleted or shrunk. */
public final class Topics implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    /** The broker's own default, which one node can fulfil and a cluster overrides. */
    private static final short DEFAULT_REPLICATION = -1;

    private final Admin admin;
    private final Duration patience;

    public Topics(String bootstrapServers, Duration patience) {
        this.patience = patience;
        this.admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                Math.toIntExact(patience.toMillis()),
                                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                                200));
    }

    /** Returns when every defined topic exists and has a leader for each of its partitions. */
    public void define(TopicDefinitions definitions) throws InterruptedException {
        try {
            create(definitions);
            adjust(definitions);
            awaitLeaders(definitions);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka refused the topics: " + e.getCause(), e);
        }
    }

    private void create(TopicDefinitions definitions)
            throws ExecutionException, InterruptedException {
        var existing = admin.listTopics().names().get();
        var missing =
                definitions.topics().stream()
                        .filter(topic -> !existing.contains(topic.name()))
                        .map(Topics::newTopic)
                        .toList();
        for (var creation : admin.createTopics(missing).values().values()) {
            try {
                creation.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private static NewTopic newTopic(TopicDefinition topic) {
        return new NewTopic(topic.name(), topic.partitions(), DEFAULT_REPLICATION)
                .configs(topic.configuration());
    }

    private void adjust(TopicDefinitions definitions)
            throws ExecutionException, InterruptedException {
        var descriptions = describe(definitions);
        var more = new HashMap<String, NewPartitions>();
        for (var topic : definitions.topics()) {
            if (requireNonNull(descriptions.get(topic.name())).partitions().size()
                    < topic.partitions()) {
                more.put(topic.name(), NewPartitions.increaseTo(topic.partitions()));
            }
        }
        admin.createPartitions(more).all().get();
        admin.incrementalAlterConfigs(changes(definitions)).all().get();
    }

    private Map<ConfigResource, Collection<AlterConfigOp>> changes(TopicDefinitions definitions)
            throws ExecutionException, InterruptedException {
        var resources = definitions.topics().stream().map(Topics::resource).toList();
        var present = admin.describeConfigs(resources).all().get();
        var changes = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
        for (var topic : definitions.topics()) {
            var operations = new ArrayList<AlterConfigOp>();
            var configuration = requireNonNull(present.get(resource(topic)));
            topic.configuration()
                    .forEach((name, value) -> {
                        if (!value.equals(configuration.get(name).value())) {
                            operations.add(set(name, value));
                        }
                    });
            if (!operations.isEmpty()) {
                changes.put(resource(topic), operations);
            }
        }
        return changes;
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }

    private static ConfigResource resource(TopicDefinition topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    /** After a kill the broker answers before its partitions have leaders again. */
    private void awaitLeaders(TopicDefinitions definitions)
            throws ExecutionException, InterruptedException {
        var deadline = Instant.now().plus(patience);
        var leaderless = leaderless(definitions);
        while (!leaderless.isEmpty()) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("Topics without a leader: " + leaderless);
            }
            Thread.sleep(POLL);
            leaderless = leaderless(definitions);
        }
    }

    private List<String> leaderless(TopicDefinitions definitions)
            throws ExecutionException, InterruptedException {
        return describe(definitions).values().stream()
                .filter(topic -> !hasLeaders(topic))
                .map(TopicDescription::name)
                .sorted()
                .toList();
    }

    private static boolean hasLeaders(TopicDescription topic) {
        return topic.partitions().stream()
                .allMatch(partition -> partition.leader() != null && !partition.leader().isEmpty());
    }

    /** A topic that was just created may take a moment to be known. */
    private Map<String, TopicDescription> describe(TopicDefinitions definitions)
            throws ExecutionException, InterruptedException {
        var names =
                definitions.topics().stream()
                        .map(TopicDefinition::name)
                        .collect(Collectors.toUnmodifiableSet());
        var deadline = Instant.now().plus(patience);
        while (true) {
            try {
                return admin.describeTopics(names).allTopicNames().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
                        || Instant.now().isAfter(deadline)) {
                    throw e;
                }
            }
            Thread.sleep(POLL);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
