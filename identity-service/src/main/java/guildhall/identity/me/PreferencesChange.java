package guildhall.identity.me;

import guildhall.identity.user.Preferences;
import guildhall.runtime.web.PlainText;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Fields that are absent stay.
 *
 * @param locale a language, optionally with a country
 * @param timeZone an IANA name
 */
record PreferencesChange(
        @Size(min = 1, max = 100) @Schema(example = "Ada Lovelace") @Nullable String displayName,
        @Pattern(regexp = "[a-z]{2,3}(-[A-Z]{2})?", message = "must be a language such as en-GB")
                @Schema(example = "en-GB")
                @Nullable String locale,
        @Size(min = 1, max = 60) @Schema(example = "Europe/London") @Nullable String timeZone) {

    Preferences applyTo(Preferences present) {
        return new Preferences(
                displayName == null
                        ? present.displayName()
                        : PlainText.requiredLine("/displayName", displayName),
                locale == null ? present.locale() : locale,
                timeZone == null ? present.timeZone() : known(timeZone));
    }

    private static String known(String zone) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw Refusal.field("/timeZone", "must be a time zone such as Europe/London");
        }
        return zone;
    }
}
