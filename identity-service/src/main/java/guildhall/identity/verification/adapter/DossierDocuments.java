package guildhall.identity.verification.adapter;

import static java.util.stream.Collectors.toUnmodifiableMap;

import guildhall.identity.verification.Check;
import guildhall.identity.verification.DocumentType;
import guildhall.identity.verification.Dossier;
import guildhall.identity.verification.Evidence;
import guildhall.identity.verification.PassedCheck;
import guildhall.identity.verification.PassedChecks;
import guildhall.identity.verification.SealedNumber;
import guildhall.identity.verification.ShownDocument;
import guildhall.identity.verification.Submission;
import guildhall.messages.id.UserId;
import guildhall.messages.id.VerificationId;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;

/** The part of a stored verification that is there in every state. */
final class DossierDocuments {

    static Document write(Dossier dossier) {
        var document =
                new Document("party", dossier.subject().party().toString())
                        .append("user", dossier.subject().user().toString())
                        .append("submission", write(dossier.submission()))
                        .append("passed", write(dossier.passed()))
                        .append("refused", dossier.refused())
                        .append("revision", dossier.revision());
        dossier.passed().expiresAt().ifPresent(end -> document.append("lapsesAt", end));
        return document;
    }

    static Dossier read(Document stored) {
        return new Dossier(
                VerificationId.of(stored.getString("_id")),
                new Side(Party.of(stored.getString("party")), UserId.of(stored.getString("user"))),
                submission(stored.get("submission", Document.class)),
                passed(stored.get("passed", Document.class)),
                stored.getInteger("refused"),
                stored.get("revision", Number.class).longValue());
    }

    private static Document write(Submission submission) {
        return new Document("id", submission.id().toString())
                .append("at", submission.at())
                .append(
                        "documents",
                        submission.documents().stream().map(DossierDocuments::write).toList());
    }

    private static Submission submission(Document stored) {
        return new Submission(
                UUID.fromString(stored.getString("id")),
                stored.getList("documents", Document.class).stream()
                        .map(DossierDocuments::shown)
                        .toList(),
                time(stored, "at"));
    }

    private static Document write(ShownDocument shown) {
        var document =
                new Document("type", shown.type().name())
                        .append("issuingCountry", shown.issuingCountry())
                        .append("number", shown.number().sealed())
                        .append("ending", shown.number().ending())
                        .append("fingerprint", shown.number().fingerprint())
                        .append("issuedOn", shown.issuedOn().toString());
        var ends = shown.expiresOn();
        return ends == null ? document : document.append("expiresOn", ends.toString());
    }

    private static ShownDocument shown(Document stored) {
        var ends = stored.getString("expiresOn");
        return new ShownDocument(
                DocumentType.valueOf(stored.getString("type")),
                stored.getString("issuingCountry"),
                new SealedNumber(
                        stored.getString("number"),
                        stored.getString("ending"),
                        stored.getString("fingerprint")),
                LocalDate.parse(stored.getString("issuedOn")),
                ends == null ? null : LocalDate.parse(ends));
    }

    private static Document write(PassedChecks passed) {
        var document = new Document();
        passed.all().forEach((check, how) -> document.append(check.name(), write(how)));
        return document;
    }

    private static PassedChecks passed(Document stored) {
        return new PassedChecks(
                stored.keySet().stream()
                        .collect(
                                toUnmodifiableMap(
                                        Check::valueOf,
                                        name -> passedCheck(stored.get(name, Document.class)))));
    }

    private static Document write(PassedCheck passed) {
        var document =
                new Document("seen", passed.seen())
                        .append("by", passed.by().toString())
                        .append("at", passed.at());
        var evidence = passed.evidence();
        return evidence == null
                ? document
                : document.append("fingerprints", List.copyOf(evidence.fingerprints()))
                        .append("goodUntil", evidence.goodUntil());
    }

    private static PassedCheck passedCheck(Document stored) {
        var fingerprints = stored.getList("fingerprints", String.class);
        return new PassedCheck(
                stored.getString("seen"),
                UserId.of(stored.getString("by")),
                time(stored, "at"),
                fingerprints == null
                        ? null
                        : new Evidence(Set.copyOf(fingerprints), time(stored, "goodUntil")));
    }

    static Instant time(Document stored, String field) {
        return stored.get(field, Date.class).toInstant();
    }

    private DossierDocuments() {}
}
