package guildhall.runtime.idempotency;

import static java.util.Objects.requireNonNull;

import guildhall.runtime.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Runs a first request and stores its answer in one transaction. Whatever dies and whenever, a
 * retry finds either the answer or nothing done. A run that was so slow that a retry took its place
 * is rolled back.
 */
final class AtomicHandler extends ServletInvocableHandlerMethod {
    private final IdempotencyStore store;
    private final PlatformTransactionManager transactions;

    AtomicHandler(
            HandlerMethod handler,
            IdempotencyStore store,
            PlatformTransactionManager transactions) {
        super(handler);
        this.store = store;
        this.transactions = transactions;
    }

    @Override
    public void invokeAndHandle(
            ServletWebRequest request, ModelAndViewContainer container, Object... arguments)
            throws Exception {
        var running = RunningRequest.of(request.getRequest());
        if (running.isEmpty()) {
            super.invokeAndHandle(request, container, arguments);
            return;
        }
        var transaction = transactions.getTransaction(TransactionDefinition.withDefaults());
        try {
            super.invokeAndHandle(request, container, arguments);
            var isKept = keep(running.get(), request, transaction);
            commit(transaction);
            if (isKept) {
                RunningRequest.detachFrom(request.getRequest());
            }
        } catch (Refusal refusal) { // An answer like others: what was audited before it stays.
            withdraw(request);
            commit(transaction);
            throw refusal;
        } catch (Exception | Error failure) {
            withdraw(request);
            rollBack(transaction, failure);
            throw failure;
        }
    }

    /** False when that is up to the filter: the answer is not final, or not of this transaction. */
    private boolean keep(
            RunningRequest running, ServletWebRequest request, TransactionStatus transaction) {
        var answer = captured(request);
        if (transaction.isRollbackOnly() || !StoredAnswer.isFinal(answer.getStatus())) {
            return false;
        }
        if (!store.answer(running.key(), running.run(), StoredAnswer.of(answer))) {
            transaction.setRollbackOnly();
            throw IdempotencyInterceptor.stillRunning();
        }
        return true;
    }

    /** Or rolls back, if somebody below wished for that; then it comes as no surprise. */
    private void commit(TransactionStatus transaction) {
        if (transaction.isCompleted()) {
            return;
        }
        if (transaction.isRollbackOnly()) {
            transaction.setRollbackOnly();
        }
        transactions.commit(transaction);
    }

    private void rollBack(TransactionStatus transaction, Throwable cause) {
        try {
            if (!transaction.isCompleted()) {
                transactions.rollback(transaction);
            }
        } catch (RuntimeException failure) {
            cause.addSuppressed(failure);
        }
    }

    /** The client has not seen any of the answer yet; another one follows without its headers. */
    @SuppressWarnings("NullAway") // Null removes a header, since Servlet 6.1.
    private static void withdraw(ServletWebRequest request) {
        var answer = captured(request);
        answer.resetBuffer();
        answer.setHeader(HttpHeaders.LOCATION, null);
        answer.setHeader(HttpHeaders.ETAG, null);
    }

    private static ContentCachingResponseWrapper captured(ServletWebRequest request) {
        return requireNonNull(request.getNativeResponse(ContentCachingResponseWrapper.class));
    }
}
