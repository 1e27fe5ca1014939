package guildhall.runtime.operate;

import guildhall.runtime.id.Ids;
import guildhall.runtime.message.Cause;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.PlainText;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what an operator is about to do, in the present transaction where there is one.
 * Features that give staff something to do of their own use it as well.
 */
public final class OperatorDesk {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorDesk.class);
    private final OperatorAudit audit;
    private final Clock clock;

    OperatorDesk(OperatorAudit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param act for example {@code process.retry}
     * @param target what it is done to, for example {@code hiring/<business key>}
     * @param reason why, in the words of the operator
     */
    public void record(Caller operator, String act, String target, String reason) {
        var why = PlainText.required("/reason", reason);
        audit.append(
                new AuditEntry(
                        Ids.next(),
                        clock.instant(),
                        operator.user(),
                        operator.roles(),
                        act,
                        target,
                        why,
                        Cause.current().map(Cause::correlationId).orElse("none")));
        LOG.info("Operator {} does {} to {}", operator.user(), act, target);
    }
}
