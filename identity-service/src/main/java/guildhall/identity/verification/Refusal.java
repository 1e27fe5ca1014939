package guildhall.identity.verification;

import guildhall.messages.id.UserId;
import java.time.Instant;

/**
 * Why a submission did not pass.
 *
 * @param because what other services may know of it
 * @param note for the owner, in the words of the reviewer
 */
public record Refusal(Because because, String note, UserId by, Instant at) {
    /** The names are stored and published: never change one. */
    public enum Because {
        UNREADABLE,
        INCOMPLETE,
        OUTDATED,
        OTHER_PERSON,
        DUPLICATE,
        NOT_GENUINE
    }
}
