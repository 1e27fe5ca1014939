/**
 * Measurements of the running platform, from outside, over HTTP and Kafka like its users. Every one
 * prints a table for people, writes JSON for machines, and says what it ran against what.
 */
@NullMarked
package guildhall.bench;

import org.jspecify.annotations.NullMarked;
