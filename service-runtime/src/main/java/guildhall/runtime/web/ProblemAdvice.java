package guildhall.runtime.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Turns every exception that leaves a controller into a problem. Only what this class and the
 * services wrote themselves is said; messages of exceptions stay in the log.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception bug, WebRequest request) {
        LOG.error("Unexpected failure of {}", request.getDescription(false), bug);
        var problem = RequestProblems.unexpected();
        return ResponseEntity.internalServerError().body(problem);
    }

    @ExceptionHandler
    ResponseEntity<Object> denied(AccessDeniedException denied) {
        var problem = RequestProblems.of(HttpStatus.FORBIDDEN);
        return ResponseEntity.status(HttpStatus.FORBIDDEN).body(problem);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException ex,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return invalid(InvalidInputs.of(ex), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException ex,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (ex.isForReturnValue()) {
            return unexpected(ex, request);
        }
        return invalid(InvalidInputs.of(ex), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException ex,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (BodyTooLarge.causedBy(ex)) {
            var problem = RequestProblems.of(HttpStatus.CONTENT_TOO_LARGE);
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body(problem);
        }
        return invalid(List.of(UnreadableBody.explain(ex)), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException ex,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var name =
                ex instanceof MethodArgumentTypeMismatchException argument
                        ? argument.getName()
                        : String.valueOf(ex.getPropertyName());
        var detail = Expectations.of(ex.getRequiredType());
        return invalid(List.of(InvalidInput.parameter(name, detail)), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException ex,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return missing(ex.getParameterName(), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException ex,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return ex instanceof MissingRequestHeaderException header
                ? missing(header.getHeaderName(), headers)
                : invalid(List.of(), headers);
    }

    /** Even a client that accepts no JSON is told the problem as JSON. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException ex,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return handleExceptionInternal(ex, null, headers, status, request);
    }

    /** Where everything else arrives: a problem that a service made stays, others are replaced. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception ex,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var own = body == null && ex instanceof ErrorResponse error ? error.getBody() : body;
        if (own instanceof ProblemDetail problem && isOurs(problem)) {
            return super.handleExceptionInternal(ex, problem, headers, status, request);
        }
        if (status.is5xxServerError()) {
            LOG.error("Unexpected failure of {}", request.getDescription(false), ex);
        }
        return super.handleExceptionInternal(
                ex, RequestProblems.of(status), headers, status, request);
    }

    private static boolean isOurs(ProblemDetail problem) {
        var type = problem.getType();
        return type != null && type.toString().startsWith(Problems.BASE.toString());
    }

    private static ResponseEntity<Object> missing(String name, HttpHeaders headers) {
        return invalid(List.of(InvalidInput.parameter(name, "is required")), headers);
    }

    private static ResponseEntity<Object> invalid(List<InvalidInput> errors, HttpHeaders headers) {
        var problem = Refusal.invalidRequest(new ArrayList<>(errors));
        return ResponseEntity.badRequest().headers(headers).body(problem);
    }
}
