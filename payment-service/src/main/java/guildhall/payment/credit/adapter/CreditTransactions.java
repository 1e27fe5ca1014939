package guildhall.payment.credit.adapter;

import static java.util.stream.Collectors.toSet;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.id.TaskId;
import guildhall.messages.party.Party;
import guildhall.payment.clearing.SafetyHold;
import guildhall.payment.clearing.SafetyHolds;
import guildhall.payment.clearing.SafetyWindow;
import guildhall.payment.credit.CreditAccount;
import guildhall.payment.credit.CreditAccounts;
import guildhall.payment.credit.CreditAccounts.Step;
import guildhall.payment.credit.CreditCommand;
import guildhall.payment.credit.CreditCommand.AddCredits;
import guildhall.payment.credit.CreditCommand.ExpireCredits;
import guildhall.payment.credit.CreditCommand.OfTask;
import guildhall.payment.credit.CreditCommand.RevokeCredits;
import guildhall.payment.credit.CreditDecider;
import guildhall.payment.credit.CreditEvent;
import guildhall.payment.credit.CreditEvent.CreditsAdded;
import guildhall.payment.credit.CreditEvent.CreditsConsumed;
import guildhall.payment.credit.CreditJournals;
import guildhall.payment.credit.CreditRejection;
import guildhall.payment.credit.Lot;
import guildhall.payment.credit.LotId;
import guildhall.payment.ledger.Entry;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.Ledger;
import guildhall.payment.wallet.Debts;
import guildhall.payment.wallet.WalletId;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.id.Ids;
import guildhall.runtime.timer.Timers;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Handles commands to one account: locks it, decides, posts and stores in one transaction. */
@Component
class CreditTransactions {
    private static final Logger LOG = LoggerFactory.getLogger(CreditTransactions.class);

    private final CreditAccounts accounts;
    private final Bookkeeping books;
    private final CreditProperties properties;
    private final Followers followers;

    /** Where the value of credits goes. */
    @Component
    record Bookkeeping(Ledger ledger, Debts debts, SafetyHolds holds, SafetyWindow window) {}

    /** Who has to do with what happened, afterwards. */
    @Component
    record Followers(Timers timers, LowCreditAlerts alerts, MeterRegistry meters) {}

    /** What was decided, and the account as it is now. */
    record Outcome(Decision<CreditEvent, CreditRejection> decision, CreditAccount account) {}

    CreditTransactions(
            CreditAccounts accounts,
            Bookkeeping books,
            CreditProperties properties,
            Followers followers) {
        this.accounts = accounts;
        this.books = books;
        this.properties = properties;
        this.followers = followers;
    }

    @Transactional
    public Outcome handle(Party owner, CreditCommand command) {
        var before = accounts.lock(owner, tasks(command), lots(command));
        var decider = new CreditDecider(owner, properties.talentShare(), owesPlatform(owner));
        var decision = decider.decide(command, before);
        if (!(decision instanceof Accepted(var events))) {
            LOG.info("Credits of {}: {}", owner, decision);
            return new Outcome(decision, before);
        }
        var steps = new ArrayList<Step>();
        var state = before;
        for (var event : events) {
            state = decider.evolve(state, event);
            steps.add(new Step(event, state));
            note(owner, event);
        }
        accounts.write(before, steps);
        followers.alerts().look(before, state, command.at());
        post(events);
        return new Outcome(decision, state);
    }

    private boolean owesPlatform(Party owner) {
        var wallet = new WalletId(owner, Currency.getInstance(properties.currency()));
        return !books.debts().owing(Set.of(wallet)).isEmpty();
    }

    private void note(Party owner, CreditEvent event) {
        var name = event.getClass().getSimpleName();
        followers.meters().counter("guildhall.payment.credits", "event", name).increment();
        LOG.info("Credits of {}: {}", owner, name);
        if (event instanceof CreditsAdded(var lot) && lot.kind() == Lot.Kind.BONUS) {
            followers
                    .timers()
                    .schedule(CreditExpiryTimer.NAME, lot.id().toString(), lot.expiresAt());
        }
    }

    private void post(List<CreditEvent> events) {
        var journals = events.stream().map(CreditJournals::of).flatMap(Optional::stream).toList();
        if (journals.isEmpty()) {
            return;
        }
        var postings =
                books.ledger()
                        .lock(
                                journals.stream()
                                        .map(Journal::entries)
                                        .flatMap(List::stream)
                                        .map(Entry::account)
                                        .collect(toSet()));
        journals.forEach(postings::postChecked);
        books.ledger().write(postings);
        books.holds().add(events.stream().flatMap(event -> hold(event).stream()).toList());
    }

    /** A task has no escrow: its own id stands in for one. */
    private Optional<SafetyHold> hold(CreditEvent event) {
        return event instanceof CreditsConsumed consumed && !consumed.split().talentShare().isZero()
                ? Optional.of(
                        new SafetyHold(
                                new EscrowId(consumed.task().value()),
                                new ReleaseId(Ids.derived("credit-consumption", consumed.task())),
                                consumed.talent(),
                                consumed.split().talentShare(),
                                consumed.title(),
                                books.window().endsFor(consumed.at())))
                : Optional.empty();
    }

    private static Set<TaskId> tasks(CreditCommand command) {
        return command instanceof OfTask ofTask ? Set.of(ofTask.task()) : Set.of();
    }

    private static Set<LotId> lots(CreditCommand command) {
        return switch (command) {
            case AddCredits(var lot) -> Set.of(lot.id());
            case ExpireCredits(var lot, _) -> Set.of(lot);
            case RevokeCredits(var lot, _, _) -> Set.of(lot);
            case OfTask _ -> Set.of();
        };
    }
}
