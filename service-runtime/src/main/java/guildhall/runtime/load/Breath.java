package guildhall.runtime.load;

import java.time.Duration;

/**
 * When to rest after a batch, and for how long.
 *
 * @param from messages per second from which on there is much to do
 * @param enough messages in a batch that gains nothing more from being larger
 * @param rest after a smaller batch while there is much to do
 */
public record Breath(double from, int enough, Duration rest) {}
