package guildhall.runtime.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** The first answer to a request, as it will be repeated. Bodies are JSON, hence text. */
record StoredAnswer(
        int status,
        @Nullable String contentType,
        @Nullable String location,
        @Nullable String etag,
        String body) {
    private static final int FIRST_SERVER_ERROR = 500;
    private static final Set<Integer> WORTH_ANOTHER_TRY =
            Set.of(400, 401, 404, 408, 413, 415, 425, 429);

    static StoredAnswer of(ContentCachingResponseWrapper answer) {
        return new StoredAnswer(
                answer.getStatus(),
                answer.getContentType(),
                answer.getHeader(HttpHeaders.LOCATION),
                answer.getHeader(HttpHeaders.ETAG),
                new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    /**
     * Whether the client should settle for it: not for a failure of ours, a token that ran out, too
     * many requests or something that is not there yet. Nor for the answer to a malformed request,
     * which has done nothing: the client may mend it and keep its key.
     */
    static boolean isFinal(int status) {
        return status < FIRST_SERVER_ERROR && !WORTH_ANOTHER_TRY.contains(status);
    }
}
