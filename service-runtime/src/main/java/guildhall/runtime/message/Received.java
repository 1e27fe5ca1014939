package guildhall.runtime.message;

import guildhall.messages.Message;
import java.time.Instant;
import java.util.UUID;

/**
 * A message as it arrived.
 *
 * @param id the CloudEvents id, the same for every redelivery
 * @param time when the sender wrote it
 */
public record Received<M extends Message>(UUID id, Instant time, M message) {}
