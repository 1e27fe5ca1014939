/**
 * What travels with a message: the CloudEvents 1.0 envelope in Kafka headers (binary mode) and the
 * chain of causes that connects an HTTP request with everything that follows from it.
 */
@NullMarked
package guildhall.runtime.message;

import org.jspecify.annotations.NullMarked;
