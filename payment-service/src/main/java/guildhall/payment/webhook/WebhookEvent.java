package guildhall.payment.webhook;

/**
 * An event as a provider delivered it, and what it says.
 *
 * @param provider its name
 * @param eventId the same for every delivery of the event
 * @param type in the words of the provider
 * @param body exactly as it was sent
 */
public record WebhookEvent(
        String provider, String eventId, String type, String body, ProviderFact fact) {}
