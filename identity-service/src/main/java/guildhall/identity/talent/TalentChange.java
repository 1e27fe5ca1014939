package guildhall.identity.talent;

import guildhall.messages.money.Money;
import guildhall.runtime.web.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the owner wants changed; fields that are absent stay, an empty text clears. */
record TalentChange(
        @Size(min = 1, max = 100) @Schema(example = "Grace Murray") @Nullable String displayName,
        @Size(max = 200) @Schema(example = "Compilers, explained") @Nullable String headline,
        @Size(max = 4000) @Schema(example = "I find moths in relays.") @Nullable String bio,
        @Size(max = 30) @Schema(example = "[\"cobol\", \"compilers\"]")
                @Nullable List<@NotBlank @Size(max = 40) String> skills,
        @Nullable Money hourlyRate,
        @Pattern(regexp = "([A-Z]{2})?", message = "must be an ISO 3166 code of two letters")
                @Schema(example = "US")
                @Nullable String country) {

    Talent applyTo(Talent present) {
        return new Talent(
                present.id(),
                present.owner(),
                present.slug(),
                displayName == null
                        ? present.displayName()
                        : PlainText.requiredLine("/displayName", displayName),
                headline == null ? present.headline() : PlainText.cleanLine(headline),
                bio == null ? present.bio() : PlainText.clean(bio),
                skills == null ? present.skills() : clean(skills),
                hourlyRate == null ? present.hourlyRate() : hourlyRate,
                country == null ? present.country() : country,
                present.createdAt(),
                present.version());
    }

    private static List<String> clean(List<String> skills) {
        return skills.stream()
                .map(PlainText::cleanLine)
                .filter(skill -> !skill.isEmpty())
                .distinct()
                .toList();
    }
}
