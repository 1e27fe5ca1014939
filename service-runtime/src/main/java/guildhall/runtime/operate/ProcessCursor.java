package guildhall.runtime.operate;

import guildhall.runtime.process.ProcessOperations.Position;
import guildhall.runtime.process.StoredProcess;
import guildhall.runtime.web.Paging;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Where a page of processes ended, as an opaque word. */
final class ProcessCursor {
    private static final String SEPARATOR = "\n";

    static String of(StoredProcess last) {
        var words =
                String.join(
                        SEPARATOR, last.createdAt().toString(), last.type(), last.businessKey());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }

    static Position parse(String cursor) {
        try {
            var words = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var parts = words.split(SEPARATOR, 3);
            if (parts.length == 3) {
                return new Position(Instant.parse(parts[0]), parts[1], parts[2]);
            }
        } catch (IllegalArgumentException | DateTimeException _) {
            // Answered below, like a cursor with too few parts.
        }
        throw Paging.badCursor();
    }

    private ProcessCursor() {}
}
