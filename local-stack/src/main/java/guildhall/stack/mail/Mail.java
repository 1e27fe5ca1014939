package guildhall.stack.mail;

import java.time.Instant;
import java.util.List;

/**
 * A mail that was sent.
 *
 * @param id a number that grows with every mail
 * @param text the plain part, or the HTML part when there is no other
 */
public record Mail(
        long id, Instant receivedAt, String from, List<String> to, String subject, String text) {}
