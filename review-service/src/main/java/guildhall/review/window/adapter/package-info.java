/** HTTP, Kafka, PostgreSQL, timers, messages. */
@NullMarked
package guildhall.review.window.adapter;

import org.jspecify.annotations.NullMarked;
