/**
 * The published language of the platform: every event and command that crosses a service boundary,
 * one sealed interface per Kafka topic, and what a record needs to travel.
 *
 * <p>A version only gains optional fields; any other change is a new record with a new type, sent
 * beside the old one until the date its decision record names. One JSON fixture per version under
 * {@code src/test/resources/fixtures} is never edited, and a test reads it for ever.
 */
@NullMarked
package guildhall.messages;

import org.jspecify.annotations.NullMarked;
