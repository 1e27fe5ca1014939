package guildhall.runtime.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Stores the answer of a first request before the client gets it, unless that is a part of the
 * transaction already ({@link AtomicHandler}). After an answer that is not final the retry runs.
 */
final class IdempotencyFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

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
            var answer = answered && StoredAnswer.isFinal(captured.getStatus()) ? captured : null;
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

    /** The work is done, so the client gets its answer even when storing it fails. */
    private void keep(RunningRequest running, ContentCachingResponseWrapper answer) {
        try {
            store.answer(running.key(), running.run(), StoredAnswer.of(answer));
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
