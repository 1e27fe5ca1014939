package guildhall.runtime.operate;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The acts of operators. Nothing is ever changed or removed. */
interface OperatorAudit {
    /** Joins the present transaction where the store has transactions. */
    void append(AuditEntry entry);

    /** Newest first, after the given one. */
    List<AuditEntry> list(@Nullable UUID after, int limit);
}
