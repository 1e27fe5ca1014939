package guildhall.stack.kafka;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Brings the topics of a file into the cluster that {@code KAFKA_BOOTSTRAP} names, and ends. The
 * container set-up runs it before the services; repeating it changes nothing.
 */
final class CreateTopics {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    public static void main(String[] arguments) throws InterruptedException {
        var definitions = TopicDefinitions.read(Path.of(arguments[0]));
        try (var topics = new Topics(System.getenv("KAFKA_BOOTSTRAP"), PATIENCE)) {
            topics.define(definitions);
        }
        System.out.println(definitions.topics().size() + " topics are as defined.");
    }

    private CreateTopics() {}
}
