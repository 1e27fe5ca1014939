package guildhall.identity.verification.adapter;

import guildhall.identity.verification.DocumentType;
import guildhall.identity.verification.ShownDocument;
import guildhall.identity.verification.Submission;
import guildhall.messages.id.VerificationId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an owner hands in. */
record NewSubmission(@NotEmpty @Size(max = 5) List<@NotNull @Valid NewDocument> documents) {

    /**
     * @param issuingCountry of an address proof: where the address is
     * @param expiresOn the last day on which it is good; absent for the proof of an address
     */
    record NewDocument(
            @NotNull @Schema(example = "PASSPORT") DocumentType type,
            @NotNull
                    @Pattern(
                            regexp = "[A-Z]{2}",
                            message = "must be an ISO 3166 code of two letters")
                    @Schema(example = "GB")
                    String issuingCountry,
            @NotNull
                    @Size(min = 4, max = 40)
                    @Pattern(
                            regexp = "[A-Za-z0-9]([ ./-]?[A-Za-z0-9])*",
                            message = "must be letters and digits")
                    @Schema(example = "925076473")
                    String number,
            @NotNull @Schema(example = "2024-05-02") LocalDate issuedOn,
            @Schema(example = "2034-05-01") @Nullable LocalDate expiresOn) {
        ShownDocument sealed(VerificationId owner, DocumentNumbers numbers) {
            return new ShownDocument(
                    type,
                    issuingCountry,
                    numbers.seal(owner, type, issuingCountry, number),
                    issuedOn,
                    expiresOn);
        }

        @Override
        public String toString() {
            return "NewDocument[" + type + "]";
        }
    }

    Submission sealed(UUID id, VerificationId owner, DocumentNumbers numbers, Instant at) {
        return new Submission(
                id,
                documents.stream().map(document -> document.sealed(owner, numbers)).toList(),
                at);
    }
}
