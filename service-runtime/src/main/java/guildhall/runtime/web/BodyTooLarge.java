package guildhall.runtime.web;

import java.io.IOException;
import java.io.Serial;

/** Thrown while reading a body that turns out to be larger than allowed. */
final class BodyTooLarge extends IOException {
    @Serial private static final long serialVersionUID = 1;

    static boolean causedBy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge) {
                return true;
            }
        }
        return false;
    }
}
