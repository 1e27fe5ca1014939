package guildhall.identity.verification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What was handed in at one time. */
public record Submission(UUID id, List<ShownDocument> documents, Instant at) {
    public Submission {
        documents = List.copyOf(documents);
    }

    Stream<ShownDocument> proving(Check check) {
        return documents.stream().filter(document -> document.type().proves() == check);
    }
}
