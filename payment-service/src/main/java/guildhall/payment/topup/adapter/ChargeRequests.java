package guildhall.payment.topup.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.party.Party;
import guildhall.payment.paymentmethod.PaymentMethodId;
import guildhall.payment.paymentmethod.PaymentMethods;
import guildhall.payment.provider.ProviderUnavailableException;
import guildhall.payment.topup.CancelOutcome;
import guildhall.payment.topup.Cancellation;
import guildhall.payment.topup.Charges;
import guildhall.payment.topup.PaymentIntent.Abandoned;
import guildhall.payment.topup.PaymentIntent.ActionRequired;
import guildhall.payment.topup.PaymentIntent.Cancelled;
import guildhall.payment.topup.PaymentIntent.Created;
import guildhall.payment.topup.PaymentIntent.Declined;
import guildhall.payment.topup.PaymentIntent.Processing;
import guildhall.payment.topup.PaymentIntent.Requested;
import guildhall.payment.topup.PaymentIntent.Succeeded;
import guildhall.payment.topup.PaymentProvider;
import guildhall.payment.topup.PaymentProvider.Confirmation;
import guildhall.payment.topup.ProviderCharge;
import guildhall.payment.topup.ProviderCharge.AwaitsPayer;
import guildhall.payment.topup.ProviderCharge.Captured;
import guildhall.payment.topup.ProviderCharge.Ended;
import guildhall.payment.topup.ProviderCharge.Refused;
import guildhall.payment.topup.ProviderCharge.Underway;
import guildhall.payment.topup.TopUp;
import guildhall.payment.topup.TopUpCommand;
import guildhall.payment.topup.TopUpCommand.ConfirmCancellation;
import guildhall.payment.topup.TopUpCommand.ConfirmCapture;
import guildhall.payment.topup.TopUpCommand.ConfirmDecline;
import guildhall.payment.topup.TopUpCommand.GiveUp;
import guildhall.payment.topup.TopUpCommand.NoteAction;
import guildhall.payment.topup.TopUpCommand.NoteProcessing;
import guildhall.payment.topup.TopUpEvent;
import guildhall.payment.topup.TopUpRejection;
import guildhall.payment.topup.TopUps;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Talks to the provider about top-ups and tells them what it said. */
@Component
class ChargeRequests implements Charges {
    private static final Logger LOG = LoggerFactory.getLogger(ChargeRequests.class);

    private final PaymentProvider provider;
    private final TopUps topUps;
    private final PaymentMethods methods;
    private final TopUpProperties properties;
    private final Clock clock;

    ChargeRequests(
            PaymentProvider provider,
            TopUps topUps,
            PaymentMethods methods,
            TopUpProperties properties,
            Clock clock) {
        this.provider = provider;
        this.topUps = topUps;
        this.methods = methods;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Notes with what a charge is to be made, before it is asked for.
     *
     * @return whether the party has such a method
     */
    boolean choose(PaymentIntentId intent, PaymentMethodId method, Party owner) {
        var isOwn = methods.of(owner).stream().anyMatch(own -> own.id().equals(method));
        if (isOwn) {
            methods.choose(intent, method);
        }
        return isOwn;
    }

    /** When it is not known whether the request arrived, the check that is scheduled finds out. */
    @Override
    public void submit(TopUp topUp) {
        try {
            tell(topUp, provider.submit(topUp.id(), topUp.amount()));
        } catch (ProviderUnavailableException _) {
            LOG.warn("Top-up {}: the provider did not answer", topUp.id());
        }
    }

    @Override
    public CancelOutcome cancel(Requested intent) {
        return switch (intent) {
            case Created(var topUp) -> cancel(topUp);
            case ActionRequired(var topUp, _) -> cancel(topUp);
            case Processing _ -> CancelOutcome.TOO_LATE;
            case Cancelled _ -> CancelOutcome.CANCELLED;
            case Succeeded _, Declined _, Abandoned _ -> CancelOutcome.ENDED;
        };
    }

    private CancelOutcome cancel(TopUp topUp) {
        try {
            return end(topUp, Cancellation.PAYER);
        } catch (ProviderUnavailableException _) {
            LOG.warn("Top-up {}: the provider did not answer", topUp.id());
            return CancelOutcome.UNKNOWN;
        }
    }

    /** Also what is with us only; were it on its way, the next check would find it there. */
    private CancelOutcome end(TopUp topUp, Cancellation by) {
        var charge = provider.cancel(topUp.id(), by);
        var told =
                charge.map(found -> tell(topUp, found))
                        .orElseGet(() ->
                                topUps.handle(new ConfirmCancellation(topUp.id(), by, now())));
        if (told instanceof Rejected) {
            return CancelOutcome.ENDED;
        }
        return charge.map(ChargeRequests::outcome).orElse(CancelOutcome.CANCELLED);
    }

    private static CancelOutcome outcome(ProviderCharge charge) {
        return switch (charge) {
            case AwaitsPayer _ -> CancelOutcome.UNKNOWN;
            case Underway _ -> CancelOutcome.TOO_LATE;
            case Captured _, Refused _ -> CancelOutcome.ENDED;
            case Ended _ -> CancelOutcome.CANCELLED;
        };
    }

    @Override
    public Optional<Confirmation> confirmation(Requested intent) {
        return switch (intent) {
            case Created(var topUp) -> provider.confirmation(topUp.id());
            case ActionRequired(var topUp, _) -> provider.confirmation(topUp.id());
            case Processing(var topUp, _) -> provider.confirmation(topUp.id());
            case Succeeded _, Declined _, Abandoned _, Cancelled _ -> Optional.empty();
        };
    }

    @Override
    public Instant deadline(TopUp topUp) {
        return properties.deadline(topUp);
    }

    /**
     * Asks what became of the charge. Submits it again when it never arrived, and ends it when its
     * payer has not completed it in time.
     *
     * @throws ProviderUnavailableException when the provider does not answer although it is late
     */
    void check(TopUp topUp) {
        try {
            provider.query(topUp.id())
                    .ifPresentOrElse(charge -> check(topUp, charge), () -> submitAgain(topUp));
        } catch (ProviderUnavailableException e) {
            LOG.warn("Top-up {}: the provider still does not answer", topUp.id());
            if (isLate(topUp)) {
                throw e;
            }
        }
    }

    private void check(TopUp topUp, ProviderCharge charge) {
        if (charge instanceof AwaitsPayer && isLate(topUp)) {
            end(topUp, Cancellation.TIME_OUT);
        } else {
            tell(topUp, charge);
        }
    }

    private void submitAgain(TopUp topUp) {
        if (isLate(topUp)) {
            topUps.handle(new GiveUp(topUp.id(), now()));
        } else {
            submit(topUp);
        }
    }

    /**
     * Makes sure of a charge that was cancelled: the request for it may have been on its way to the
     * provider, and what the payer did may have been faster.
     *
     * @return whether nothing can happen to it any more
     * @throws ProviderUnavailableException when the provider does not answer
     */
    boolean isOver(Cancelled intent) {
        var topUp = intent.topUp();
        var charge = provider.query(topUp.id());
        if (charge.isPresent() && charge.get() instanceof AwaitsPayer) {
            charge = provider.cancel(topUp.id(), intent.by());
        }
        charge.ifPresent(found -> tell(topUp, found));
        return charge.map(ChargeRequests::isFinal).orElse(true);
    }

    private static boolean isFinal(ProviderCharge charge) {
        return switch (charge) {
            case AwaitsPayer _, Underway _ -> false;
            case Captured _, Refused _, Ended _ -> true;
        };
    }

    private boolean isLate(TopUp topUp) {
        return !now().isBefore(properties.deadline(topUp));
    }

    private Decision<TopUpEvent, TopUpRejection> tell(TopUp topUp, ProviderCharge charge) {
        return topUps.handle(command(topUp.id(), charge));
    }

    private TopUpCommand command(PaymentIntentId intent, ProviderCharge charge) {
        return switch (charge) {
            case AwaitsPayer(var reference) -> new NoteAction(intent, reference, now());
            case Underway(var reference) -> new NoteProcessing(intent, reference);
            case Captured(var reference, var amount) ->
                    new ConfirmCapture(intent, reference, amount, now());
            case Refused(var reference, var reason) ->
                    new ConfirmDecline(intent, reference, reason, now());
            case Ended(_, var by) -> new ConfirmCancellation(intent, by, now());
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(MICROS);
    }
}
