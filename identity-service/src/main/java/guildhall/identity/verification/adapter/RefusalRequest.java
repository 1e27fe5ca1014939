package guildhall.identity.verification.adapter;

import guildhall.identity.verification.Refusal;
import guildhall.messages.id.UserId;
import guildhall.runtime.web.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * @param because what other services and the notice to the owner say
 * @param reason for the owner and the audit
 */
record RefusalRequest(
        @NotNull @Schema(example = "UNREADABLE") Refusal.Because because,
        @NotBlank @Size(max = 500) @Schema(example = "The photo of the passport is blurred.")
                String reason) {
    Refusal by(UserId reviewer, Instant at) {
        return new Refusal(because, PlainText.required("/reason", reason), reviewer, at);
    }
}
