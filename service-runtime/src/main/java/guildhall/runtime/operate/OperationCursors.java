package guildhall.runtime.operate;

import guildhall.runtime.web.Paging;
import java.util.UUID;

/** Lists whose cursor is the id of the last item. */
final class OperationCursors {
    static UUID id(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException _) {
            throw Paging.badCursor();
        }
    }

    private OperationCursors() {}
}
