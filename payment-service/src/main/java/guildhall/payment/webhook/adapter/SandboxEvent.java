package guildhall.payment.webhook.adapter;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.payment.webhook.WebhookEvent;
import guildhall.payment.webhook.WebhookEvent.ChargeFailed;
import guildhall.payment.webhook.WebhookEvent.ChargeProcessing;
import guildhall.payment.webhook.WebhookEvent.ChargeSucceeded;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as the sandbox provider sends it.
 *
 * @param id the same for every delivery of the event
 * @param type {@code charge.processing}, {@code charge.succeeded} or {@code charge.failed}
 */
record SandboxEvent(
        @NotBlank @Size(max = 100) String id,
        @NotBlank @Size(max = 100) String type,
        @NotNull @Valid Charge data) {

    /**
     * @param reference what we called the charge: the id of the top-up
     * @param declineCode only when the charge failed
     */
    record Charge(
            @NotBlank @Size(max = 100) String chargeId,
            @NotNull UUID reference,
            @NotNull Money amount,
            @Nullable @Size(max = 100) String declineCode) {}

    /** Empty for a type that means nothing to us. */
    Optional<WebhookEvent> toEvent() {
        var intent = new PaymentIntentId(data.reference());
        return switch (type) {
            case "charge.processing" -> Optional.of(new ChargeProcessing(intent, data.chargeId()));
            case "charge.succeeded" ->
                    Optional.of(new ChargeSucceeded(intent, data.chargeId(), data.amount()));
            case "charge.failed" ->
                    Optional.of(new ChargeFailed(intent, data.chargeId(), reason()));
            default -> Optional.empty();
        };
    }

    private String reason() {
        return data.declineCode() == null ? "DECLINED" : data.declineCode();
    }
}
