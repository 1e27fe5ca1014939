package guildhall.contract.activity;

import guildhall.messages.id.UserId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the timeline as the parties read it.
 *
 * @param position where the next page begins
 * @param user the person who acted; absent when nobody did
 */
public record ActivityView(
        long position,
        Instant at,
        Actor actor,
        @Nullable UserId user,
        String action,
        Activity.Change status,
        Activity.Subject subject,
        Map<String, String> metadata) {
    public ActivityView {
        metadata = Map.copyOf(metadata);
    }
}
