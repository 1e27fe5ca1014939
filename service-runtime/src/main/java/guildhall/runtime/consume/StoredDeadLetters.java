package guildhall.runtime.consume;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replays and discards what the store has set aside. */
final class StoredDeadLetters implements DeadLetters {
    private static final Logger LOG = LoggerFactory.getLogger(StoredDeadLetters.class);

    private final ConsumerStore store;
    private final DeliveryContext context;
    private final Map<String, Subscription> subscriptions;

    StoredDeadLetters(
            ConsumerStore store, DeliveryContext context, List<Subscription> subscriptions) {
        this.store = store;
        this.context = context;
        this.subscriptions =
                subscriptions.stream()
                        .collect(Collectors.toMap(Subscription::name, Function.identity()));
    }

    @Override
    public Slice list(Query query) {
        return store.list(query);
    }

    @Override
    public Optional<DeadLetter> find(UUID id) {
        return store.find(id);
    }

    @Override
    public Outcome replay(UUID id) {
        return store.find(id).map(letter -> resume(letter, 0)).orElseGet(Outcome.Unknown::new);
    }

    @Override
    public Outcome discard(UUID id) {
        return store.find(id).map(this::discard).orElseGet(Outcome.Unknown::new);
    }

    private Outcome discard(DeadLetter letter) {
        if (!store.settle(letter, DeadLetter.State.DISCARDED, () -> {})) {
            return new Outcome.NotDead(now(letter).state());
        }
        LOG.info("Discarded dead letter {} of {}", letter.id(), letter.consumer());
        return resumeNext(letter, 0);
    }

    private Outcome resume(DeadLetter first, int handledBefore) {
        int handled = handledBefore;
        var letter = Optional.of(first);
        while (letter.isPresent()) {
            var current = letter.get();
            try {
                if (!replayOne(current)) {
                    return new Outcome.NotDead(now(current).state());
                }
            } catch (KeyInUseException e) {
                LOG.info("Dead letter {} was not replayed: {}", current.id(), e.getMessage());
                return new Outcome.StillBlocked(handled, now(current));
            } catch (RuntimeException e) {
                store.failedAgain(current, Failures.describe(e));
                LOG.warn("Dead letter {} failed again: {}", current.id(), e.toString());
                return new Outcome.StillBlocked(handled, now(current));
            }
            handled++;
            letter = next(current);
        }
        return new Outcome.Resumed(handled);
    }

    private Outcome resumeNext(DeadLetter settled, int handled) {
        return next(settled)
                .map(letter -> resume(letter, handled))
                .orElseGet(() -> new Outcome.Resumed(handled));
    }

    private Optional<DeadLetter> next(DeadLetter settled) {
        return settled.key().isEmpty()
                ? Optional.empty()
                : store.blocking(settled.consumer(), settled.key());
    }

    private boolean replayOne(DeadLetter letter) {
        var subscription = subscriptions.get(letter.consumer());
        if (subscription == null) {
            throw new IllegalStateException("there is no consumer " + letter.consumer());
        }
        var delivery = Delivery.of(letter);
        return context.call(
                letter.consumer(),
                delivery,
                () ->
                        store.settle(
                                letter,
                                DeadLetter.State.REPLAYED,
                                () -> subscription.handle(delivery)));
    }

    private DeadLetter now(DeadLetter letter) {
        return store.find(letter.id()).orElse(letter);
    }
}
