package guildhall.runtime.chore;

import java.time.Duration;

/**
 * Declared as a bean: repeated until the service stops.
 *
 * @param pause from the end of one round to the start of the next
 */
public record Chore(String name, Duration pause, Runnable work) {}
