package guildhall.payment.topup.adapter;

import guildhall.payment.ledger.Ledger;
import guildhall.payment.topup.ChargedPurpose;
import guildhall.payment.topup.PaymentIntent;
import guildhall.payment.topup.PaymentIntent.Requested;
import guildhall.payment.topup.PaymentIntents;
import guildhall.payment.topup.TopUpCommand;
import guildhall.payment.topup.TopUpDecider;
import guildhall.payment.topup.TopUpEvent;
import guildhall.payment.topup.TopUpEvent.ChargeStarted;
import guildhall.payment.topup.TopUpEvent.PayerAsked;
import guildhall.payment.topup.TopUpEvent.TopUpAbandoned;
import guildhall.payment.topup.TopUpEvent.TopUpCancelled;
import guildhall.payment.topup.TopUpEvent.TopUpDeclined;
import guildhall.payment.topup.TopUpEvent.TopUpRequested;
import guildhall.payment.topup.TopUpEvent.TopUpSucceeded;
import guildhall.payment.topup.TopUpJournals;
import guildhall.payment.topup.TopUpRejection;
import guildhall.payment.topup.TopUps;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.outbox.Outbox;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class TopUpTransactions implements TopUps {
    private static final Logger LOG = LoggerFactory.getLogger(TopUpTransactions.class);
    private static final TopUpDecider DECIDER = new TopUpDecider();

    private final PaymentIntents intents;
    private final Ledger ledger;
    private final List<ChargedPurpose> purposes;
    private final TopUpChecks checks;
    private final Outbox outbox;

    TopUpTransactions(
            PaymentIntents intents,
            Ledger ledger,
            List<ChargedPurpose> purposes,
            TopUpChecks checks,
            Outbox outbox) {
        this.intents = intents;
        this.ledger = ledger;
        this.purposes = List.copyOf(purposes);
        this.checks = checks;
        this.outbox = outbox;
    }

    @Override
    @Transactional
    public Decision<TopUpEvent, TopUpRejection> handle(TopUpCommand command) {
        var before = intents.lock(command.intent());
        var decision = DECIDER.decide(command, before);
        if (decision instanceof Accepted(var events)) {
            var state = before;
            for (var event : events) {
                state = DECIDER.evolve(state, event);
                apply(event);
                LOG.info("Top-up {}: {}", command.intent(), event.getClass().getSimpleName());
            }
            store(before, state);
        } else {
            LOG.warn("Top-up {} refused {}: {}", command.intent(), command, decision);
        }
        return decision;
    }

    private void store(PaymentIntent before, PaymentIntent after) {
        if (after instanceof Requested requested && !after.equals(before)) {
            intents.write(before, requested);
        }
    }

    private void apply(TopUpEvent event) {
        switch (event) {
            case TopUpRequested(var topUp) -> checks.scheduleFirst(topUp);
            case PayerAsked asked ->
                    outbox.add(TopUpMessages.of(asked, checks.deadline(asked.topUp())));
            case ChargeStarted _ -> {}
            case TopUpSucceeded succeeded ->
                    purposes.stream()
                            .filter(purpose -> purpose.claims(succeeded.topUp().id()))
                            .findFirst()
                            .ifPresentOrElse(
                                    purpose -> purpose.captured(succeeded),
                                    () -> succeed(succeeded));
            case TopUpDeclined declined -> outbox.add(TopUpMessages.of(declined));
            case TopUpCancelled cancelled -> outbox.add(TopUpMessages.of(cancelled));
            case TopUpAbandoned abandoned -> outbox.add(TopUpMessages.of(abandoned));
        }
    }

    private void succeed(TopUpSucceeded event) {
        var topUp = event.topUp();
        var postings = ledger.lock(TopUpJournals.accounts(topUp));
        var debt = postings.balanceOf(TopUpJournals.debt(topUp)).minorUnits();
        postings.postChecked(TopUpJournals.of(event));
        TopUpJournals.recovery(event, debt).ifPresent(postings::postChecked);
        ledger.write(postings);
        outbox.add(TopUpMessages.of(event));
    }
}
