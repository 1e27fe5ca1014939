package guildhall.identity.business;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A business over HTTP.
 *
 * @param legalName only in the owner's view, as are the billing address and the version
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BusinessView(
        UUID id,
        @Schema(example = "byron-analytics") String slug,
        @Schema(example = "Byron Analytics") String name,
        @Schema(example = "We count what counts.") String about,
        @Schema(example = "https://byron.example") String website,
        @Schema(example = "GB") String country,
        Instant createdAt,
        @Schema(example = "Byron Analytics Ltd") @Nullable String legalName,
        @Schema(example = "books@byron.example") @Nullable String billingEmail) {

    static BusinessView forEverybody(Business business) {
        return of(business, null, null);
    }

    static BusinessView forOwner(Business business) {
        return of(business, business.legalName(), business.billingEmail());
    }

    private static BusinessView of(
            Business business, @Nullable String legalName, @Nullable String billingEmail) {
        return new BusinessView(
                business.id(),
                business.slug(),
                business.name(),
                business.about(),
                business.website(),
                business.country(),
                business.createdAt(),
                legalName,
                billingEmail);
    }
}
