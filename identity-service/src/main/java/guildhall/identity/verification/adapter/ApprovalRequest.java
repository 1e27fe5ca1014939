package guildhall.identity.verification.adapter;

import guildhall.identity.verification.Check;
import guildhall.runtime.web.PlainText;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * @param checks those that were passed
 * @param reason for the audit
 */
record ApprovalRequest(
        @NotEmpty @Size(max = 4) List<@NotNull @Valid Finding> checks,
        @NotBlank @Size(max = 500) @Schema(example = "All papers in order") String reason) {

    /** What a reviewer can record; the address of the account proves itself. */
    enum Reviewed {
        PHONE(Check.PHONE),
        IDENTITY_DOCUMENT(Check.IDENTITY_DOCUMENT),
        ADDRESS(Check.ADDRESS),
        FACE(Check.FACE);

        private final Check check;

        Reviewed(Check check) {
            this.check = check;
        }
    }

    /**
     * @param seen what the reviewer saw, in plain text
     */
    record Finding(
            @NotNull Reviewed check,
            @NotBlank @Size(max = 500) @Schema(example = "Answered a call on the given number")
                    String seen) {}

    /**
     * @throws Refusal 400 for two findings about one check
     */
    Map<Check, String> seen() {
        var seen = new EnumMap<Check, String>(Check.class);
        for (var i = 0; i < checks.size(); i++) {
            var finding = checks.get(i);
            var text = PlainText.required("/checks/%d/seen".formatted(i), finding.seen());
            if (seen.put(finding.check().check, text) != null) {
                throw Refusal.field("/checks/%d/check".formatted(i), "must not be there twice");
            }
        }
        return seen;
    }
}
