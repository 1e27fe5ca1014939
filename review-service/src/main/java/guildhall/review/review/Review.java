package guildhall.review.review;

import guildhall.messages.party.Party;
import java.time.Instant;

/** The states of one review. */
public sealed interface Review {
    record Absent() implements Review {}

    sealed interface Known extends Review {
        WrittenReview written();

        default boolean isBy(Party party) {
            return written().reviewer().party().equals(party);
        }

        default boolean isAbout(Party party) {
            return written().subject().party().equals(party);
        }
    }

    /** Readable by its author only. */
    record Sealed(WrittenReview written) implements Known {}

    /** Out, and not answered by its subject. */
    record Published(WrittenReview written, Instant publishedAt) implements Known {}

    /** Out, with the answer of its subject. */
    record Responded(WrittenReview written, Instant publishedAt, String text, Instant respondedAt)
            implements Known {}
}
