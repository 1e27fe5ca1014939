package guildhall.identity.verification.adapter;

import guildhall.identity.secret.Secrets;
import guildhall.identity.secret.Secrets.Purpose;
import guildhall.identity.verification.DocumentType;
import guildhall.identity.verification.SealedNumber;
import guildhall.messages.id.VerificationId;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Hides numbers of documents, and shows them again. */
@Component
class DocumentNumbers {
    private static final int LONGEST_ENDING = 4;

    private final Secrets secrets;

    DocumentNumbers(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Of short numbers no more than half is shown. */
    SealedNumber seal(VerificationId owner, DocumentType type, String country, String number) {
        var shown = Math.min(LONGEST_ENDING, number.length() / 2);
        return new SealedNumber(
                secrets.seal(Purpose.DOCUMENT_NUMBER, number, owner.toString()),
                number.substring(number.length() - shown),
                secrets.hash(
                        Purpose.DOCUMENT_NUMBER, type + " " + country + " " + canonical(number)));
    }

    /** However people write it. */
    private static String canonical(String number) {
        return number.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }

    String open(VerificationId owner, SealedNumber number) {
        return secrets.open(Purpose.DOCUMENT_NUMBER, number.sealed(), owner.toString())
                .orElseThrow(
                        () -> new IllegalStateException("Sealed with another secret: " + owner));
    }
}
