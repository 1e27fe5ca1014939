package guildhall.payment.sandbox.adapter;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import tools.jackson.databind.JsonNode;

/**
 * An event as the sandbox provider sends it.
 *
 * @param id the same for every delivery of the event
 * @param type says what the data is; see {@link SandboxFacts}
 */
record SandboxEvent(
        @NotBlank @Size(max = 100) String id,
        @NotBlank @Size(max = 100) String type,
        @NotNull JsonNode data) {}
