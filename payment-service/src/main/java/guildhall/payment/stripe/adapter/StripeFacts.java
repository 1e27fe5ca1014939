package guildhall.payment.stripe.adapter;

import guildhall.messages.id.CardRefundId;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.id.PayoutAccountId;
import guildhall.messages.id.PayoutId;
import guildhall.payment.payoutaccount.AccountReport.AccountClosed;
import guildhall.payment.payoutaccount.Destination;
import guildhall.payment.stripe.ConnectAccount;
import guildhall.payment.stripe.StripeIntent;
import guildhall.payment.topup.ChargeReport;
import guildhall.payment.topup.ChargeReport.ChargeAwaitsPayer;
import guildhall.payment.topup.ChargeReport.ChargeCancelled;
import guildhall.payment.topup.ChargeReport.ChargeFailed;
import guildhall.payment.topup.ChargeReport.ChargeProcessing;
import guildhall.payment.topup.ChargeReport.ChargeSucceeded;
import guildhall.payment.topup.ProviderCharge.AwaitsPayer;
import guildhall.payment.topup.ProviderCharge.Captured;
import guildhall.payment.topup.ProviderCharge.Ended;
import guildhall.payment.topup.ProviderCharge.Refused;
import guildhall.payment.topup.ProviderCharge.Underway;
import guildhall.payment.webhook.ProviderFact;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the events of Stripe say in our words. */
@WithStripe
@Component
class StripeFacts {
    private static final Set<String> KNOWN =
            Set.of(
                    "payment_intent.processing",
                    "payment_intent.requires_action",
                    "payment_intent.succeeded",
                    "payment_intent.payment_failed",
                    "payment_intent.canceled",
                    "refund.created",
                    "refund.updated",
                    "refund.failed",
                    "charge.refund.updated",
                    "charge.dispute.created",
                    "charge.dispute.updated",
                    "charge.dispute.funds_withdrawn",
                    "charge.dispute.funds_reinstated",
                    "charge.dispute.closed",
                    "payout.paid",
                    "payout.failed",
                    "payout.canceled",
                    "account.updated",
                    "account.application.deauthorized");

    private final StripeCharges charges;
    private final StripePayouts payouts;
    private final StripeRefunds refunds;
    private final StripeDisputes disputes;
    private final StripeReferences references;

    StripeFacts(
            StripeCharges charges,
            StripePayouts payouts,
            StripeRefunds refunds,
            StripeDisputes disputes,
            StripeReferences references) {
        this.charges = charges;
        this.payouts = payouts;
        this.refunds = refunds;
        this.disputes = disputes;
        this.references = references;
    }

    static boolean isKnown(String type) {
        return KNOWN.contains(type);
    }

    /**
     * Empty for what is not ours. Asks Stripe to end a charge whose attempt failed, to bring the
     * money of a failed payout back, and how a refund or a dispute stands now, so it must not be
     * called in a transaction.
     *
     * @throws guildhall.payment.provider.ProviderUnavailableException when Stripe does not answer
     */
    Optional<? extends ProviderFact> of(StripeEvent event) {
        var thing = new StripeObject(event.data().thing());
        return switch (subject(event.type())) {
            case "payment_intent" ->
                    thing.ourId().map(id -> charge(new PaymentIntentId(id), intent(thing)));
            case "refund", "charge.refund" -> refund(thing);
            case "charge.dispute" -> disputes.report(thing.required("id"));
            case "payout" -> payout(thing);
            case "account" ->
                    event.type().equals("account.updated")
                            ? account(thing, event.at())
                            : deauthorized(event);
            default -> Optional.empty();
        };
    }

    /** What a type is about: all of it but the last word. */
    private static String subject(String type) {
        return type.startsWith("account.") ? "account" : type.substring(0, type.lastIndexOf('.'));
    }

    /** Remembers it as well, for a dispute names nothing else. */
    private ChargeReport charge(PaymentIntentId id, StripeIntent intent) {
        references.remember(id.value(), intent.id());
        return switch (charges.settled(intent).charge()) {
            case AwaitsPayer(var reference) -> new ChargeAwaitsPayer(id, reference);
            case Underway(var reference) -> new ChargeProcessing(id, reference);
            case Captured(var reference, var amount) -> new ChargeSucceeded(id, reference, amount);
            case Refused(var reference, var reason) -> new ChargeFailed(id, reference, reason);
            case Ended(_, var by) -> new ChargeCancelled(id, by);
        };
    }

    private static StripeIntent intent(StripeObject thing) {
        var error = thing.part("last_payment_error");
        var code = error.text("decline_code").or(() -> error.text("code"));
        return new StripeIntent(
                thing.required("id"),
                thing.required("status"),
                thing.number("amount_received"),
                thing.required("currency"),
                error.isThere() ? code.orElse("declined") : "",
                thing.text("cancellation_reason").orElse(""));
    }

    private Optional<? extends ProviderFact> refund(StripeObject thing) {
        var stripeId = thing.required("id");
        return thing.ourId()
                .map(id -> {
                    references.remember(id, stripeId);
                    return refunds.report(new CardRefundId(id), stripeId);
                });
    }

    private Optional<? extends ProviderFact> payout(StripeObject thing) {
        var attempt = thing.part("metadata").text(StripePayouts.ATTEMPT).map(Integer::parseInt);
        return thing.ourId()
                .map(PayoutId::new)
                .flatMap(payout ->
                        attempt.flatMap(number ->
                                payouts.told(
                                        payout,
                                        number,
                                        thing.required("status"),
                                        thing.text("failure_code").orElse(null))));
    }

    private static Optional<? extends ProviderFact> account(StripeObject thing, Instant at) {
        var destination = thing.part("external_accounts").first("data");
        var account =
                new ConnectAccount(
                        thing.flag("details_submitted"),
                        thing.flag("payouts_enabled"),
                        thing.part("requirements").text("disabled_reason").orElse(""),
                        destination.isThere()
                                ? new Destination(
                                        destination.required("id"),
                                        destination.text("last4").orElse(""))
                                : ConnectAccount.NOWHERE);
        return thing.ourId().flatMap(id -> account.report(new PayoutAccountId(id), at));
    }

    /** The owner has thrown us out; the event says no more than which account. */
    private Optional<? extends ProviderFact> deauthorized(StripeEvent event) {
        return Optional.ofNullable(event.account())
                .flatMap(references::ourId)
                .map(id -> new AccountClosed(new PayoutAccountId(id), event.at()));
    }
}
