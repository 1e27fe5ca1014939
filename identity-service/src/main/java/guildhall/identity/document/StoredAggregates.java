package guildhall.identity.document;

import guildhall.messages.Message;
import guildhall.runtime.decide.Decider;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Feeds commands to the aggregates of a collection: loads, decides, and stores the outcome with its
 * messages in one write. A lost race is decided again on what the winner left.
 */
public final class StoredAggregates<C, S, E, R> {
    private static final int ATTEMPTS = 20;

    private final VersionedDocuments documents;
    private final Decider<C, S, E, R> decider;
    private final Form<S, E> form;

    public StoredAggregates(
            VersionedDocuments documents, Decider<C, S, E, R> decider, Form<S, E> form) {
        this.documents = documents;
        this.decider = decider;
        this.form = form;
    }

    /** What an aggregate looks like outside: as a document, and to other services. */
    public record Form<S, E>(
            Function<S, Document> write,
            Function<Document, ? extends S> read,
            Function<List<E>, List<Message>> messages) {}

    public Decision<E, R> handle(String id, C command) {
        return handle(id, command, _ -> true);
    }

    /**
     * @param command made of the very state on which it is decided, so again after a lost race
     */
    public Decision<E, R> handle(String id, Function<S, C> command) {
        return handle(id, command, _ -> true);
    }

    /**
     * @throws OptimisticLockingFailureException when the version is not as expected
     * @throws DuplicateKeyException when a unique field is taken by another aggregate
     */
    public Decision<E, R> handle(String id, C command, LongPredicate expectedVersion) {
        return handle(id, _ -> command, expectedVersion);
    }

    private Decision<E, R> handle(
            String id, Function<S, C> command, LongPredicate expectedVersion) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var stored = documents.find(id).orElse(null);
            if (!expectedVersion.test(stored == null ? 0 : VersionedDocuments.version(stored))) {
                throw new OptimisticLockingFailureException("Not the version that was named");
            }
            var state = stored == null ? decider.initial() : form.read().apply(stored);
            var decision = decider.decide(command.apply(state), state);
            var settled =
                    switch (decision) {
                        case Rejected<E, R> _ -> true;
                        case Accepted<E, R>(var events) ->
                                events.isEmpty() || store(id, stored, after(state, events), events);
                    };
            if (settled) {
                return decision;
            }
        }
        throw new OptimisticLockingFailureException("Too many writers of " + id);
    }

    private S after(S state, List<E> events) {
        var next = state;
        for (var event : events) {
            next = decider.evolve(next, event);
        }
        return next;
    }

    private boolean store(String id, @Nullable Document before, S state, List<E> events) {
        var document = form.write().apply(state);
        var messages = form.messages().apply(events);
        return before == null
                ? insert(id, document, messages)
                : documents.replace(before, document, messages);
    }

    /**
     * An id that exists by now is a lost race; any other taken field is the caller's to explain.
     */
    private boolean insert(String id, Document state, List<Message> messages) {
        try {
            documents.insert(id, state, messages);
            return true;
        } catch (DuplicateKeyException taken) {
            if (documents.find(id).isEmpty()) {
                throw taken;
            }
            return false;
        }
    }
}
