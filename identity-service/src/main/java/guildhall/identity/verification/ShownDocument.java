package guildhall.identity.verification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document as its owner described it.
 *
 * @param issuingCountry ISO 3166, two letters
 * @param expiresOn the last day on which it is good; null when it does not say
 */
public record ShownDocument(
        DocumentType type,
        String issuingCountry,
        SealedNumber number,
        LocalDate issuedOn,
        @Nullable LocalDate expiresOn) {}
