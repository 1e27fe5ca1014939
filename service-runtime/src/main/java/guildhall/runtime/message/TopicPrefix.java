package guildhall.runtime.message;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Several installations, or tests, can share one Kafka cluster: every topic and consumer group of
 * one installation begins with its prefix. Tables and dead letters name topics without it.
 */
@ConfigurationProperties("guildhall")
public record TopicPrefix(@Name("topic-prefix") @DefaultValue("") String value) {
    public String onto(String name) {
        return value + name;
    }

    public String strip(String name) {
        return name.startsWith(value) ? name.substring(value.length()) : name;
    }
}
