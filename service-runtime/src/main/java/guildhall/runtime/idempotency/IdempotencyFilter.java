package guildhall.runtime.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Stores the answer of a first request before the client gets it. An answer that the client should
 * not settle for (a failure of ours, a token that ran out, too many requests, something that is not
 * there yet) is not stored: the retry runs. Nor is that of a malformed request, which has done
 * nothing: the client may mend it and keep its key.
 */
final class IdempotencyFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int FIRST_SERVER_ERROR = 500;
    private static final Set<Integer> WORTH_ANOTHER_TRY =
            Set.of(400, 401, 404, 408, 413, 415, 425, 429);

    private final IdempotencyStore store;

    IdempotencyFilter(IdempotencyStore store) {
        this.store = store;
    }

    /** What only reads has nothing to repeat, and a stream would never get to its client. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(RequestKeys.HEADER) == null
                || READING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var buffered = new BufferedRequest(request);
        var captured = new ContentCachingResponseWrapper(response);
        var answered = false;
        try {
            chain.doFilter(buffered, captured);
            answered = !buffered.isAsyncStarted();
        } finally {
            var answer = answered && isFinal(captured.getStatus()) ? captured : null;
            RunningRequest.of(buffered)
                    .ifPresent(running -> {
                        if (answer == null) {
                            release(running);
                        } else {
                            keep(running, answer);
                        }
                    });
        }
        captured.copyBodyToResponse();
    }

    private static boolean isFinal(int status) {
        return status < FIRST_SERVER_ERROR && !WORTH_ANOTHER_TRY.contains(status);
    }

    /** The work is done, so the client gets its answer even when storing it fails. */
    private void keep(RunningRequest running, ContentCachingResponseWrapper answer) {
        try {
            store.answer(
                    running.key(),
                    running.run(),
                    new StoredAnswer(
                            answer.getStatus(),
                            answer.getContentType(),
                            answer.getHeader(HttpHeaders.LOCATION),
                            answer.getHeader(HttpHeaders.ETAG),
                            new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8)));
        } catch (RuntimeException failure) {
            LOG.warn("An answer was not stored; a retry runs again with the same ids", failure);
        }
    }

    private void release(RunningRequest running) {
        try {
            store.release(running.key(), running.run());
        } catch (RuntimeException failure) {
            LOG.warn("A key was not released; retries wait for its lease to lapse", failure);
        }
    }
}
