package guildhall.runtime.documents;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The relay of messages that documents carry.
 *
 * @param enabled off for an instance that only writes
 * @param lease how long an instance that was killed keeps others from relaying
 * @param wakePoll how often the relaying instance looks whether another one has written
 * @param sweepPoll how often it searches the collections although nobody has said anything: for
 *     messages of an instance that died between writing and saying so
 */
@ConfigurationProperties("guildhall.documents.relay")
public record DocumentsProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("5s") Duration lease,
        @DefaultValue("50ms") Duration wakePoll,
        @DefaultValue("30s") Duration sweepPoll) {}
