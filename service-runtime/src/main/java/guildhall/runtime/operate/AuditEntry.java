package guildhall.runtime.operate;

import guildhall.messages.id.UserId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * One act of an operator.
 *
 * @param act for example {@code process.retry}
 * @param target what it was done to, for example {@code hiring/<business key>}
 */
public record AuditEntry(
        UUID id,
        Instant at,
        UserId operator,
        Set<String> roles,
        String act,
        String target,
        String reason,
        String correlationId) {
    public AuditEntry {
        roles = Set.copyOf(roles);
    }
}
