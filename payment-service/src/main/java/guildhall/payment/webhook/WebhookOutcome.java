package guildhall.payment.webhook;

/** What an event of a provider led to. All but the first two are for people to look at. */
public enum WebhookOutcome {
    APPLIED,
    /** It said nothing new. */
    KNOWN,
    /** It is about nothing that we know. */
    UNKNOWN_REFERENCE,
    AMOUNT_DIFFERS,
    /** It says the opposite of what was said before. */
    CONTRADICTED
}
