package guildhall.identity.user;

import java.time.Duration;

/**
 * @param maxFailures wrong passwords in a row that close an account
 * @param lockFor how long it stays closed
 * @param mailPause the shortest time between two mails of one kind to one person, so that nobody
 *     can flood a mailbox through us
 */
public record LoginPolicy(int maxFailures, Duration lockFor, Duration mailPause) {}
