/**
 * A real Kafka broker (KRaft, one node) in a JVM of its own, with exactly the topics that {@code
 * deploy/kafka/topics.yaml} defines. A broker never creates a topic by itself.
 */
@NullMarked
package guildhall.stack.kafka;

import org.jspecify.annotations.NullMarked;
