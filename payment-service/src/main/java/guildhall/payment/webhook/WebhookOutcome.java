package guildhall.payment.webhook;

import guildhall.payment.topup.TopUpEvent;
import guildhall.payment.topup.TopUpRejection;
import guildhall.payment.topup.TopUpRejection.AmountDiffers;
import guildhall.payment.topup.TopUpRejection.OutcomeContradicted;
import guildhall.payment.topup.TopUpRejection.UnknownIntent;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;

/** What an event of a provider led to. All but the first two are for people to look at. */
public enum WebhookOutcome {
    APPLIED,
    /** It said nothing new. */
    KNOWN,
    UNKNOWN_INTENT,
    AMOUNT_DIFFERS,
    CONTRADICTED;

    public static WebhookOutcome of(Decision<TopUpEvent, TopUpRejection> decision) {
        return switch (decision) {
            case Accepted(var events) -> events.isEmpty() ? KNOWN : APPLIED;
            case Rejected(var reason) ->
                    switch (reason) {
                        case UnknownIntent _ -> UNKNOWN_INTENT;
                        case AmountDiffers _ -> AMOUNT_DIFFERS;
                        case OutcomeContradicted _ -> CONTRADICTED;
                    };
        };
    }
}
