package guildhall.payment.topup.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.messages.id.PaymentIntentId;
import guildhall.payment.provider.ProviderUnavailableException;
import guildhall.payment.topup.PaymentProvider;
import guildhall.payment.topup.ProviderCharge;
import guildhall.payment.topup.ProviderCharge.Captured;
import guildhall.payment.topup.ProviderCharge.Refused;
import guildhall.payment.topup.ProviderCharge.Underway;
import guildhall.payment.topup.TopUp;
import guildhall.payment.topup.TopUpCommand;
import guildhall.payment.topup.TopUpCommand.ConfirmCapture;
import guildhall.payment.topup.TopUpCommand.ConfirmDecline;
import guildhall.payment.topup.TopUpCommand.GiveUp;
import guildhall.payment.topup.TopUpCommand.NoteProcessing;
import guildhall.payment.topup.TopUps;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Talks to the provider about top-ups and tells them what it said. */
@Component
class ChargeRequests {
    private static final Logger LOG = LoggerFactory.getLogger(ChargeRequests.class);

    private final PaymentProvider provider;
    private final TopUps topUps;
    private final TopUpProperties properties;
    private final Clock clock;

    ChargeRequests(
            PaymentProvider provider, TopUps topUps, TopUpProperties properties, Clock clock) {
        this.provider = provider;
        this.topUps = topUps;
        this.properties = properties;
        this.clock = clock;
    }

    /** When it is not known whether the request arrived, the check that is scheduled finds out. */
    void submit(TopUp topUp) {
        try {
            var reference = provider.submit(topUp.id(), topUp.amount());
            topUps.handle(new NoteProcessing(topUp.id(), reference));
        } catch (ProviderUnavailableException _) {
            LOG.warn("Top-up {}: the provider did not answer", topUp.id());
        }
    }

    /** Asks what became of the charge, and submits it again when it never arrived. */
    void check(TopUp topUp) {
        try {
            provider.query(topUp.id())
                    .ifPresentOrElse(
                            charge -> topUps.handle(command(topUp.id(), charge)),
                            () -> submitAgain(topUp));
        } catch (ProviderUnavailableException _) {
            LOG.warn("Top-up {}: the provider still does not answer", topUp.id());
        }
    }

    private void submitAgain(TopUp topUp) {
        if (now().isAfter(topUp.requestedAt().plus(properties.giveUpAfter()))) {
            topUps.handle(new GiveUp(topUp.id(), now()));
        } else {
            submit(topUp);
        }
    }

    private TopUpCommand command(PaymentIntentId intent, ProviderCharge charge) {
        return switch (charge) {
            case Underway(var reference) -> new NoteProcessing(intent, reference);
            case Captured(var reference, var amount) ->
                    new ConfirmCapture(intent, reference, amount, now());
            case Refused(var reference, var reason) ->
                    new ConfirmDecline(intent, reference, reason, now());
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(MICROS);
    }
}
