package guildhall.payment.model;

import guildhall.runtime.decide.Decision;
import java.util.List;
import java.util.Set;

/** One command: how it is given to the service, and what it means by the posting rules. */
interface Step {
    Answer send(Service service);

    /** The service said yes, now or to an earlier delivery. */
    void book(World world, Answer answer);

    /** What no other command may touch at the same moment, lest the order made a difference. */
    Set<String> alone();

    /** What others may touch as well, as long as none of them needs it alone. */
    default Set<String> together() {
        return Set.of();
    }

    /** Whether it is several commands at once: a second delivery may then be answered otherwise. */
    default boolean isBatch() {
        return false;
    }

    /** Whether it opens its own transaction, so that it cannot be part of one that dies. */
    default boolean commitsItself() {
        return false;
    }

    /**
     * @param events what happened just now; nothing at a repetition
     */
    record Answer(boolean isYes, List<?> events) {
        static final Answer YES = new Answer(true, List.of());
        static final Answer NO = new Answer(false, List.of());

        static Answer of(Decision<?, ?> decision) {
            return switch (decision) {
                case Decision.Accepted<?, ?>(var events) -> new Answer(true, events);
                case Decision.Rejected<?, ?> _ -> NO;
            };
        }

        boolean tells(String event) {
            return events.stream().anyMatch(it -> it.getClass().getSimpleName().equals(event));
        }
    }
}
