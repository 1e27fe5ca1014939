package guildhall.review.review.adapter;

import static java.util.stream.Collectors.toMap;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.ReviewId;
import guildhall.messages.party.Party;
import guildhall.review.review.Review.Known;
import guildhall.review.review.Review.Published;
import guildhall.review.review.Review.Responded;
import guildhall.review.review.Review.Sealed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A review: everything for its author, without the private part for everybody else. */
record ReviewView(
        ReviewId id,
        ContractId contractId,
        Status status,
        Party reviewer,
        Party subject,
        int rating,
        @Schema(example = "{\"quality\": 5}") Map<String, Integer> criteria,
        String comment,
        @Schema(description = "For its author only") @Nullable String privateFeedback,
        Instant submittedAt,
        @Nullable Instant publishedAt,
        @Nullable ResponseView response) {
    enum Status {
        SEALED,
        PUBLISHED
    }

    record ResponseView(String text, Instant respondedAt) {}

    static ReviewView forAuthor(Known review) {
        return of(review, review.written().content().privateFeedback());
    }

    static ReviewView forEverybody(Known review) {
        return of(review, null);
    }

    private static ReviewView of(Known review, @Nullable String privateFeedback) {
        var written = review.written();
        var content = written.content();
        var criteria =
                content.criteria().entrySet().stream()
                        .collect(
                                toMap(
                                        rated -> rated.getKey().word(),
                                        Map.Entry::getValue,
                                        (first, _) -> first,
                                        TreeMap::new));
        return new ReviewView(
                written.id(),
                written.contract(),
                review instanceof Sealed ? Status.SEALED : Status.PUBLISHED,
                written.reviewer().party(),
                written.subject().party(),
                content.rating(),
                criteria,
                content.comment(),
                privateFeedback,
                written.submittedAt(),
                publishedAt(review),
                review instanceof Responded(_, _, var text, var at)
                        ? new ResponseView(text, at)
                        : null);
    }

    private static @Nullable Instant publishedAt(Known review) {
        return switch (review) {
            case Sealed _ -> null;
            case Published published -> published.publishedAt();
            case Responded responded -> responded.publishedAt();
        };
    }
}
