package guildhall.payment.sandbox.adapter;

import guildhall.payment.webhook.ProviderFact;
import jakarta.validation.Validator;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the events of the sandbox provider say in our words. */
@WithSandbox
@Component
class SandboxFacts {
    private final JsonMapper json;
    private final Validator validator;

    SandboxFacts(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * Empty for a type that means nothing to us.
     *
     * @throws UnreadableEventException when it is not what this provider sends
     */
    Optional<ProviderFact> of(SandboxEvent event) {
        var data = event.data();
        return switch (event.type()) {
            case "charge.requires_action" ->
                    Optional.of(read(data, ChargeData.class).awaitsPayer());
            case "charge.cancelled" -> Optional.of(read(data, ChargeData.class).cancelled());
            case "charge.processing" -> Optional.of(read(data, ChargeData.class).processing());
            case "charge.succeeded" -> Optional.of(read(data, ChargeData.class).succeeded());
            case "charge.failed" -> Optional.of(read(data, ChargeData.class).failed());
            case "account.verified" -> Optional.of(read(data, AccountData.class).verified());
            case "account.restricted" -> Optional.of(read(data, AccountData.class).restricted());
            case "account.closed" -> Optional.of(read(data, AccountData.class).closed());
            case "payout.processing" -> Optional.of(read(data, PayoutData.class).processing());
            case "payout.paid" -> Optional.of(read(data, PayoutData.class).paid());
            case "payout.returned" -> Optional.of(read(data, PayoutData.class).returned());
            case "payout.failed" -> Optional.of(read(data, PayoutData.class).failed());
            case "refund.processing" -> Optional.of(read(data, RefundData.class).processing());
            case "refund.succeeded" -> Optional.of(read(data, RefundData.class).succeeded());
            case "refund.failed" -> Optional.of(read(data, RefundData.class).failed());
            case "chargeback.received", "chargeback.won" ->
                    Optional.of(read(data, ChargebackData.class).report());
            default -> Optional.empty();
        };
    }

    SandboxEvent event(String body) {
        try {
            return valid(json.readValue(body, SandboxEvent.class));
        } catch (JacksonException e) {
            throw new UnreadableEventException(e);
        }
    }

    private <T> T read(JsonNode data, Class<T> type) {
        try {
            return valid(json.treeToValue(data, type));
        } catch (JacksonException e) {
            throw new UnreadableEventException(e);
        }
    }

    private <T> T valid(T read) {
        if (read == null || !validator.validate(read).isEmpty()) {
            throw new UnreadableEventException(null);
        }
        return read;
    }
}
