package guildhall.review.window.adapter;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.ReviewId;
import guildhall.messages.party.Party;
import guildhall.review.window.ReviewWindow;
import guildhall.review.window.ReviewWindow.Absent;
import guildhall.review.window.ReviewWindow.HalfReviewed;
import guildhall.review.window.ReviewWindow.Known;
import guildhall.review.window.WindowCommand;
import guildhall.review.window.WindowDecider;
import guildhall.review.window.WindowEvent;
import guildhall.review.window.WindowRejection;
import guildhall.review.window.Windows;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.list.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

@Component
class JdbcWindows implements Windows {
    private final WindowStore store;
    private final WindowEffects effects;
    private final TransactionOperations transaction;
    private final WindowDecider decider;

    JdbcWindows(
            WindowStore store,
            WindowEffects effects,
            TransactionOperations transaction,
            WindowProperties properties) {
        this.store = store;
        this.effects = effects;
        this.transaction = transaction;
        this.decider = new WindowDecider(properties.openFor());
    }

    @Override
    public Decision<WindowEvent, WindowRejection> handle(
            WindowCommand command, LongPredicate seen) {
        return transaction.execute(_ -> decide(command, seen));
    }

    private Decision<WindowEvent, WindowRejection> decide(
            WindowCommand command, LongPredicate seen) {
        var before =
                store.lock(command.contract()).<ReviewWindow>map(k -> k).orElseGet(Absent::new);
        var decision = decider.decide(command, before);
        if (decision instanceof Accepted(var events)) {
            if (before instanceof HalfReviewed(_, var review) && !seen.test(review.edition())) {
                throw new OptimisticLockingFailureException("Review " + review.id());
            }
            var state = before;
            for (var event : events) {
                state = decider.evolve(state, event);
                store.store(event);
                effects.follow(event, (Known) state);
            }
        }
        return decision;
    }

    @Override
    public Optional<ContractId> contractOf(ReviewId review) {
        return store.contractOf(review);
    }

    @Override
    public List<Known> of(Party party, Place before, int limit) {
        return store.of(party, before, limit);
    }
}
