package guildhall.payment.payoutaccount.adapter;

import guildhall.messages.payment.PayoutAccountEvents;
import guildhall.messages.payment.PayoutAccountEvents.PayoutAccountActivatedV1;
import guildhall.messages.payment.PayoutAccountEvents.PayoutAccountChangedV1;
import guildhall.messages.payment.PayoutAccountEvents.PayoutAccountRestrictedV1;
import guildhall.payment.payoutaccount.AccountDetails;
import guildhall.payment.payoutaccount.PayoutAccount.Opened;
import guildhall.payment.payoutaccount.PayoutAccountCommand;
import guildhall.payment.payoutaccount.PayoutAccountDecider;
import guildhall.payment.payoutaccount.PayoutAccountDesk;
import guildhall.payment.payoutaccount.PayoutAccountEvent;
import guildhall.payment.payoutaccount.PayoutAccountEvent.AccountActivated;
import guildhall.payment.payoutaccount.PayoutAccountEvent.AccountDisabled;
import guildhall.payment.payoutaccount.PayoutAccountEvent.AccountOpened;
import guildhall.payment.payoutaccount.PayoutAccountEvent.AccountRestricted;
import guildhall.payment.payoutaccount.PayoutAccountEvent.DestinationChanged;
import guildhall.payment.payoutaccount.PayoutAccountEvent.ReportNoted;
import guildhall.payment.payoutaccount.PayoutAccountRejection;
import guildhall.payment.payoutaccount.PayoutAccounts;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.outbox.Outbox;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class PayoutAccountTransactions implements PayoutAccountDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PayoutAccountTransactions.class);
    private static final PayoutAccountDecider DECIDER = new PayoutAccountDecider();

    private final PayoutAccounts accounts;
    private final AccountChecks checks;
    private final Outbox outbox;
    private final PayoutAccountProperties properties;

    PayoutAccountTransactions(
            PayoutAccounts accounts,
            AccountChecks checks,
            Outbox outbox,
            PayoutAccountProperties properties) {
        this.accounts = accounts;
        this.checks = checks;
        this.outbox = outbox;
        this.properties = properties;
    }

    @Override
    @Transactional
    public Decision<PayoutAccountEvent, PayoutAccountRejection> handle(
            PayoutAccountCommand command) {
        var before = accounts.lock(command.account());
        var decision = DECIDER.decide(command, before);
        if (decision instanceof Accepted(var events)) {
            var state = before;
            for (var event : events) {
                state = DECIDER.evolve(state, event);
                message(event).ifPresent(outbox::add);
                if (event instanceof AccountOpened(var details)) {
                    checks.scheduleFirst(details);
                }
                LOG.info(
                        "Payout account {}: {}",
                        command.account(),
                        event.getClass().getSimpleName());
            }
            if (state instanceof Opened opened && !state.equals(before)) {
                accounts.write(before, opened);
            }
        } else {
            LOG.warn("Payout account {} refused {}", command.account(), command.getClass());
        }
        return decision;
    }

    private Optional<PayoutAccountEvents> message(PayoutAccountEvent event) {
        return switch (event) {
            case AccountActivated(var details, var at) -> Optional.of(activated(details, at));
            case DestinationChanged(var details, var at) -> Optional.of(changed(details, at));
            case AccountRestricted restricted -> Optional.of(restricted(restricted));
            case AccountOpened _, ReportNoted _, AccountDisabled _ -> Optional.empty();
        };
    }

    private PayoutAccountActivatedV1 activated(AccountDetails details, Instant at) {
        return new PayoutAccountActivatedV1(
                details.id(),
                details.owner().party(),
                details.owner().user(),
                details.method().name(),
                details.destination().lastFour(),
                details.payoutsFrom(properties.hold()),
                at);
    }

    private PayoutAccountChangedV1 changed(AccountDetails details, Instant at) {
        return new PayoutAccountChangedV1(
                details.id(),
                details.owner().party(),
                details.owner().user(),
                details.method().name(),
                details.destination().lastFour(),
                details.payoutsFrom(properties.hold()),
                at);
    }

    private static PayoutAccountRestrictedV1 restricted(AccountRestricted event) {
        var details = event.details();
        return new PayoutAccountRestrictedV1(
                details.id(),
                details.owner().party(),
                details.owner().user(),
                details.method().name(),
                details.destination().lastFour(),
                event.reason(),
                event.at());
    }
}
