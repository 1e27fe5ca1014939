package guildhall.stack.kafka;

import guildhall.stack.component.Component;
import guildhall.stack.component.ComponentFailure;
import guildhall.stack.component.JavaCommand;
import guildhall.stack.process.Launch;
import guildhall.stack.process.Ports;
import guildhall.stack.process.ProcessIdentity;
import guildhall.stack.settings.StackHome;
import guildhall.stack.settings.StackSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/** The broker, which is its own controller. It recovers its log from a kill by itself. */
public final class KafkaBroker implements Component {
    public static final String NAME = "kafka";
    private static final String CONTROLLER = "kafka-controller";
    private static final int HEARTBEATS_PER_SESSION = 5;

    private final StackHome home;
    private final StackSettings settings;
    private final JavaCommand java;

    public KafkaBroker(StackHome home, StackSettings settings) {
        this.home = home;
        this.settings = settings;
        this.java = new JavaCommand(home, settings);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> ports() {
        return List.of(NAME, CONTROLLER);
    }

    @Override
    public String address() {
        return "%s:%d".formatted(settings.bindAddress(), settings.port(NAME));
    }

    @Override
    public List<ProcessIdentity> strays() {
        return java.running(NAME);
    }

    @Override
    public Launch launch() {
        var arguments = new ArrayList<String>();
        properties().forEach((name, value) -> arguments.add(name + "=" + value));
        return new Launch(
                java.helper(NAME, KafkaMain.class.getName(), arguments),
                JavaCommand.environment(),
                home.folder());
    }

    private SequencedMap<String, String> properties() {
        var controllerPort = settings.port(CONTROLLER);
        var session = settings.duration("kafka.broker-session-timeout").toMillis();
        var values = new LinkedHashMap<String, String>();
        values.put("log.dirs", home.data(NAME).toString());
        values.put("node.id", "1");
        values.put("process.roles", "broker,controller");
        values.put("controller.listener.names", "CONTROLLER");
        values.put(
                "controller.quorum.voters",
                "1@%s:%d".formatted(settings.bindAddress(), controllerPort));
        values.put(
                "listeners",
                "PLAINTEXT://%s,CONTROLLER://%s:%d"
                        .formatted(address(), settings.bindAddress(), controllerPort));
        values.put("advertised.listeners", "PLAINTEXT://" + address());
        values.put("auto.create.topics.enable", "false");
        values.put("broker.session.timeout.ms", Long.toString(session));
        values.put("broker.heartbeat.interval.ms", Long.toString(session / HEARTBEATS_PER_SESSION));
        values.putAll(new TreeMap<>(ONE_NODE)); // Sorted: the command line stays the same.
        return values;
    }

    /** One replica of everything, and sizes for a machine that runs all the rest as well. */
    private static final Map<String, String> ONE_NODE =
            Map.ofEntries(
                    Map.entry("default.replication.factor", "1"),
                    Map.entry("min.insync.replicas", "1"),
                    Map.entry("offsets.topic.replication.factor", "1"),
                    Map.entry("offsets.topic.num.partitions", "6"),
                    Map.entry("transaction.state.log.replication.factor", "1"),
                    Map.entry("transaction.state.log.min.isr", "1"),
                    Map.entry("transaction.state.log.num.partitions", "3"),
                    Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                    Map.entry("share.coordinator.state.topic.min.isr", "1"),
                    Map.entry("share.coordinator.state.topic.num.partitions", "3"),
                    Map.entry("group.initial.rebalance.delay.ms", "0"),
                    Map.entry("log.segment.bytes", "67108864"),
                    Map.entry("log.index.size.max.bytes", "1048576"),
                    Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
                    Map.entry("num.io.threads", "4"),
                    Map.entry("num.network.threads", "2"),
                    Map.entry("num.recovery.threads.per.data.dir", "2"));

    @Override
    public boolean isReady() {
        return Ports.answers(settings.bindAddress(), settings.port(NAME));
    }

    @Override
    public void define() throws InterruptedException {
        try (var topics = new Topics(address(), settings.duration("start.timeout"))) {
            topics.define(TopicDefinitions.read(definitions()));
        } catch (IllegalStateException e) {
            throw new ComponentFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private Path definitions() {
        var other = settings.text("kafka.topics");
        var file = other.isEmpty() ? home.deploy("kafka/topics.yaml") : Path.of(other);
        if (!Files.isReadable(file)) {
            throw new ComponentFailure("cannot read the topic definitions " + file);
        }
        return file;
    }
}
