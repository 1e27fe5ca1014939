package guildhall.review.window.adapter;

import guildhall.messages.party.Party;
import guildhall.review.reputation.Reputations;
import guildhall.review.window.ReviewWindow.Known;
import guildhall.review.window.ReviewWindow.Revealed;
import guildhall.review.window.WindowEvent;
import guildhall.review.window.WindowEvent.*;
import guildhall.runtime.outbox.Outbox;
import guildhall.runtime.timer.Timers;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What an event brings with it, in the same transaction. */
@Component
class WindowEffects {
    private static final Logger LOG = LoggerFactory.getLogger(WindowEffects.class);

    private final Outbox outbox;
    private final Timers timers;
    private final Reputations reputations;

    WindowEffects(Outbox outbox, Timers timers, Reputations reputations) {
        this.outbox = outbox;
        this.timers = timers;
        this.reputations = reputations;
    }

    void follow(WindowEvent event, Known after) {
        WindowMessages.of(event, after).forEach(outbox::add);
        var key = after.window().contract().toString();
        switch (event) {
            case WindowOpened(var window) ->
                    timers.schedule(WindowEnd.NAME, key, window.closesAt());
            case ReviewsExchanged(var second) -> {
                timers.cancel(WindowEnd.NAME, key);
                published((Revealed) after, second.submittedAt());
            }
            case ReviewRevealed(_, var at) -> published((Revealed) after, at);
            case ReviewSealed _, ReviewRewritten _, WindowLapsed _ -> {}
        }
    }

    private void published(Revealed revealed, Instant at) {
        LOG.info(
                "Published {} reviews of contract {}",
                revealed.reviews().size(),
                revealed.window().contract());
        reputations.recompute(subjects(revealed), at);
    }

    private static List<Party> subjects(Revealed revealed) {
        return revealed.reviews().stream().map(review -> review.subject().party()).toList();
    }
}
