package guildhall.runtime.outbox;

import guildhall.runtime.message.OutgoingMessage;
import java.time.Instant;

/** One row as the relay needs it. */
record OutboxRow(OutgoingMessage message, Instant writtenAt) {}
