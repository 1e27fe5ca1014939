package guildhall.identity.verification.adapter;

import com.fasterxml.jackson.annotation.JsonInclude;
import guildhall.identity.verification.DocumentType;
import guildhall.identity.verification.ShownDocument;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document without its number.
 *
 * @param numberEnding the last characters of the number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DocumentView(
        DocumentType type,
        @Schema(example = "GB") String issuingCountry,
        @Schema(example = "6473") String numberEnding,
        @Schema(example = "2024-05-02") LocalDate issuedOn,
        @Schema(example = "2034-05-01") @Nullable LocalDate expiresOn) {
    static DocumentView of(ShownDocument document) {
        return new DocumentView(
                document.type(),
                document.issuingCountry(),
                document.number().ending(),
                document.issuedOn(),
                document.expiresOn());
    }
}
