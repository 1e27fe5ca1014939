package guildhall.identity.talent;

import com.fasterxml.jackson.annotation.JsonInclude;
import guildhall.messages.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A talent profile over HTTP, the same for everybody.
 *
 * @param hourlyRate absent when not said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TalentView(
        UUID id,
        @Schema(example = "grace-murray") String slug,
        @Schema(example = "Grace Murray") String displayName,
        @Schema(example = "Compilers, explained") String headline,
        @Schema(example = "I find moths in relays.") String bio,
        @Schema(example = "[\"cobol\", \"compilers\"]") List<String> skills,
        @Nullable Money hourlyRate,
        @Schema(example = "US") String country,
        Instant createdAt) {
    static TalentView of(Talent talent) {
        return new TalentView(
                talent.id(),
                talent.slug(),
                talent.displayName(),
                talent.headline(),
                talent.bio(),
                talent.skills(),
                talent.hourlyRate(),
                talent.country(),
                talent.createdAt());
    }
}
