package guildhall.runtime.operate;

import guildhall.runtime.web.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The body of a request by which staff does something that needs nothing but a reason.
 *
 * @param reason for the audit, as it was sent
 */
public record ReasonRequest(@NotBlank @Size(max = 500) String reason) {
    /** Without markup; {@link OperatorDesk} cleans what it is told by itself. */
    public String cleaned() {
        return PlainText.clean(reason);
    }
}
