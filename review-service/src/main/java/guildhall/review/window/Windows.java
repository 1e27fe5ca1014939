package guildhall.review.window;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.ReviewId;
import guildhall.messages.party.Party;
import guildhall.review.window.ReviewWindow.Known;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.list.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/** All review windows. */
public interface Windows {
    /**
     * Locks, decides and stores in one transaction: outbox, timer and reputations included.
     *
     * @param seen whether the caller knows this edition of the review that is rewritten; accepting
     *     for somebody who does not is an error of the runtime
     */
    Decision<WindowEvent, WindowRejection> handle(WindowCommand command, LongPredicate seen);

    /** For commands that rewrite nothing. */
    default Decision<WindowEvent, WindowRejection> handle(WindowCommand command) {
        return handle(command, _ -> true);
    }

    /** The contract that a review belongs to. */
    Optional<ContractId> contractOf(ReviewId review);

    /** Where the party is one of the two sides; the newest first, older than the given place. */
    List<Known> of(Party party, Place before, int limit);
}
