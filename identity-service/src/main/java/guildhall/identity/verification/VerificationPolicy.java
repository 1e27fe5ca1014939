package guildhall.identity.verification;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rules that are configured. Days begin and end in UTC.
 *
 * @param tries how often an owner may submit before one of the tries is approved
 * @param identityAge how old a passport or an identity card may be
 * @param licenceAge how old a driving licence may be
 * @param addressProofAge how old the proof of an address may be
 */
public record VerificationPolicy(
        int tries, Period identityAge, Period licenceAge, Period addressProofAge) {

    /** One thing that is wrong with one of the documents, and which field says so. */
    public record Flaw(int document, String field, String detail) {}

    /** The moment from which the document proves nothing: it ended, or is too old. */
    Instant goodUntil(ShownDocument document) {
        var tooOld = document.issuedOn().plus(maxAge(document.type()));
        var ends = document.expiresOn();
        var last = ends != null && ends.isBefore(tooOld) ? ends : tooOld;
        return last.plusDays(1).atStartOfDay(UTC).toInstant();
    }

    List<Flaw> flaws(Submission submission) {
        var today = LocalDate.ofInstant(submission.at(), UTC);
        return IntStream.range(0, submission.documents().size())
                .boxed()
                .flatMap(i -> flaws(i, submission.documents().get(i), today).stream())
                .toList();
    }

    private List<Flaw> flaws(int index, ShownDocument document, LocalDate today) {
        var flaws = new ArrayList<Flaw>();
        var issued = document.issuedOn();
        var age = maxAge(document.type());
        if (issued.isAfter(today)) {
            flaws.add(new Flaw(index, "issuedOn", "must not be in the future"));
        } else if (issued.isBefore(today.minus(age))) {
            flaws.add(new Flaw(index, "issuedOn", "must not be before " + today.minus(age)));
        }
        var ends = document.expiresOn();
        if (ends == null && document.type().proves() == Check.IDENTITY_DOCUMENT) {
            flaws.add(new Flaw(index, "expiresOn", "must be said of such a document"));
        } else if (ends != null && ends.isBefore(today)) {
            flaws.add(new Flaw(index, "expiresOn", "must not be in the past"));
        } else if (ends != null && ends.isBefore(issued)) {
            flaws.add(new Flaw(index, "expiresOn", "must not be before issuedOn"));
        }
        return flaws;
    }

    private Period maxAge(DocumentType type) {
        return switch (type) {
            case PASSPORT, IDENTITY_CARD -> identityAge;
            case DRIVING_LICENCE -> licenceAge;
            case ADDRESS_PROOF -> addressProofAge;
        };
    }
}
