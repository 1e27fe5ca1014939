package guildhall.stack.kafka;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The checked-in list of topics. */
public record TopicDefinitions(List<TopicDefinition> topics) {
    private static final Pattern DAYS = Pattern.compile("(\\d+)d");
    private static final YAMLMapper YAML =
            YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /** The file's shape: named policies, and which topic follows which. */
    record Document(Map<String, Policy> policies, Map<String, String> topics) {}

    record Policy(int partitions, String cleanup, String retention) {}

    public static TopicDefinitions read(Path file) {
        var document = YAML.readValue(file.toFile(), Document.class);
        return new TopicDefinitions(
                document.topics().entrySet().stream()
                        .map(topic -> definition(topic.getKey(), topic.getValue(), document))
                        .toList());
    }

    private static TopicDefinition definition(String name, String policyName, Document document) {
        var policy = document.policies().get(policyName);
        if (policy == null) {
            throw new IllegalArgumentException(
                    "Topic %s follows the unknown policy %s".formatted(name, policyName));
        }
        return new TopicDefinition(
                name, policy.partitions(), policy.cleanup(), days(name, policy.retention()));
    }

    private static Duration days(String topic, String text) {
        var match = DAYS.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "Topic %s: retention is '%s', but must be days, such as 14d"
                            .formatted(topic, text));
        }
        return Duration.ofDays(Long.parseLong(match.group(1)));
    }
}
