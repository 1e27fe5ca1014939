package guildhall.identity.business;

import guildhall.runtime.web.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the owner wants changed; fields that are absent stay, an empty text clears. */
record BusinessChange(
        @Size(min = 1, max = 120) @Schema(example = "Byron & Babbage") @Nullable String name,
        @Size(max = 4000) @Schema(example = "We count what counts.") @Nullable String about,
        @Size(max = 300)
                @Pattern(regexp = "(https?://\\S+)?", message = "must be a web address, or empty")
                @Schema(example = "https://byron.example")
                @Nullable String website,
        @Pattern(regexp = "([A-Z]{2})?", message = "must be an ISO 3166 code of two letters")
                @Schema(example = "GB")
                @Nullable String country,
        @Size(max = 200) @Schema(example = "Byron Analytics Ltd") @Nullable String legalName,
        @Email @Size(max = 254) @Schema(example = "books@byron.example")
                @Nullable String billingEmail) {

    Business applyTo(Business present) {
        return new Business(
                present.id(),
                present.owner(),
                present.slug(),
                name(present.name()),
                about == null ? present.about() : PlainText.clean(about),
                website == null ? present.website() : website,
                country == null ? present.country() : country,
                legalName == null ? present.legalName() : PlainText.cleanLine(legalName),
                billingEmail == null ? present.billingEmail() : billingEmail,
                present.createdAt(),
                present.version());
    }

    private String name(String present) {
        return name == null ? present : PlainText.requiredLine("/name", name);
    }
}
