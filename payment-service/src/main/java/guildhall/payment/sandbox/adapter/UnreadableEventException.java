package guildhall.payment.sandbox.adapter;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Signed, but not an event of this provider. */
final class UnreadableEventException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    UnreadableEventException(@Nullable Throwable cause) {
        super(cause);
    }
}
