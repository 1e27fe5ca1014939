package guildhall.runtime.message;

import org.jspecify.annotations.Nullable;

/** A message that no repetition can make readable. */
public final class MalformedMessageException extends RuntimeException {
    public MalformedMessageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
