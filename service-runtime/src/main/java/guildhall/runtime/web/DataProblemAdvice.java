package guildhall.runtime.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;

/** Failures of a store that pass when the client tries again. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class DataProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(DataProblemAdvice.class);

    /** Somebody else was faster: stale for who named a version, otherwise worth another try. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> lost(OptimisticLockingFailureException race, WebRequest request) {
        LOG.debug("Lost a race", race);
        return Problems.answer(
                request.getHeader(HttpHeaders.IF_MATCH) == null
                        ? RequestProblems.concurrentChange()
                        : RequestProblems.stale());
    }

    @ExceptionHandler({
        TransientDataAccessException.class,
        RecoverableDataAccessException.class,
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class, // The connection was lost before the end.
        TransactionTimedOutException.class
    })
    ResponseEntity<ProblemDetail> unavailable(RuntimeException failure, WebRequest request) {
        LOG.warn("Store failed {}", request.getDescription(false), failure);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(RequestProblems.unavailable());
    }
}
