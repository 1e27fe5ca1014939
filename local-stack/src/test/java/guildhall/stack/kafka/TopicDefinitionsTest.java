package guildhall.stack.kafka;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.MessageCatalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TopicDefinitionsTest {
    private static final Path FILE = Path.of("../deploy/kafka/topics.yaml");

    private final Map<String, TopicDefinition> topics =
            TopicDefinitions.read(FILE).topics().stream()
                    .collect(Collectors.toMap(TopicDefinition::name, topic -> topic));

    /** Our services consume what is internal, and only consumers have dead letters. */
    @Test
    void definesExactlyTheTopicsOfTheCatalogueAndTheirDeadLetters() {
        var expected = new TreeSet<String>();
        for (var topic : MessageCatalogue.topics()) {
            var name = MessageCatalogue.topicOf(topic);
            expected.add(name);
            if (!name.startsWith("public.")) {
                expected.add(name + ".dlt");
            }
        }

        assertThat(new TreeSet<>(topics.keySet())).isEqualTo(expected);
    }

    /** A dead letter keeps the partition of the message it was. */
    @Test
    void givesDeadLettersAsManyPartitionsAsTheirTopic() {
        for (var topic : topicsWithDeadLetters()) {
            assertThat(deadLettersOf(topic).partitions())
                    .as(topic.name())
                    .isEqualTo(topic.partitions());
        }
    }

    @Test
    void keepsDeadLettersLongerThanTheirTopic() {
        for (var topic : topicsWithDeadLetters()) {
            assertThat(deadLettersOf(topic).retention())
                    .as(topic.name())
                    .isGreaterThan(topic.retention());
        }
    }

    private List<TopicDefinition> topicsWithDeadLetters() {
        return topics.values().stream()
                .filter(topic -> topics.containsKey(topic.name() + ".dlt"))
                .toList();
    }

    private TopicDefinition deadLettersOf(TopicDefinition topic) {
        return requireNonNull(topics.get(topic.name() + ".dlt"));
    }
}
