package guildhall.identity.user.adapter;

import static guildhall.identity.user.PasswordRules.MAX_LENGTH;
import static guildhall.identity.user.PasswordRules.MIN_LENGTH;

import guildhall.identity.user.EmailAddress;
import guildhall.identity.user.Preferences;
import guildhall.identity.user.Signup;
import guildhall.runtime.web.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody fills in to register.
 *
 * @param businessName for clients; without it the business has the person's own name
 */
record Registration(
        @NotBlank @Email @Size(max = 254) @Schema(example = "ada@example.com") String email,
        @NotNull @Size(min = MIN_LENGTH, max = MAX_LENGTH) @Schema(example = "seven quiet otters")
                String password,
        @NotBlank @Size(max = 100) @Schema(example = "Ada Byron") String displayName,
        @NotNull @Schema(example = "CLIENT") Role role,
        @Size(max = 120) @Schema(example = "Byron Analytics") @Nullable String businessName) {

    /** What one can register as. */
    enum Role {
        CLIENT,
        TALENT
    }

    EmailAddress address() {
        return new EmailAddress(email);
    }

    /**
     * @param preferred what the browser says; its extensions are of no use here
     */
    Preferences preferences(Locale preferred) {
        var locale = Locale.of(preferred.getLanguage(), preferred.getCountry());
        return new Preferences(cleanName(), locale.toLanguageTag(), "UTC");
    }

    Signup signup() {
        return switch (role) {
            case CLIENT -> new Signup.AsClient(cleanBusinessName());
            case TALENT -> new Signup.AsTalent();
        };
    }

    private String cleanName() {
        return PlainText.requiredLine("/displayName", displayName);
    }

    private String cleanBusinessName() {
        var name = businessName == null ? "" : PlainText.cleanLine(businessName);
        return name.isEmpty() ? cleanName() : name;
    }

    @Override
    public String toString() {
        return "Registration[role=" + role + "]";
    }
}
