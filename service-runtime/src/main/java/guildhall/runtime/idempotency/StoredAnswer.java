package guildhall.runtime.idempotency;

import org.jspecify.annotations.Nullable;

/** The first answer to a request, as it will be repeated. Bodies are JSON, hence text. */
record StoredAnswer(
        int status,
        @Nullable String contentType,
        @Nullable String location,
        @Nullable String etag,
        String body) {}
