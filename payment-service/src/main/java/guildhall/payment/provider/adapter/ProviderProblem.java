package guildhall.payment.provider.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import guildhall.payment.provider.ProviderUnavailableException;
import guildhall.runtime.web.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What a client hears when its request cannot go on without the provider. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProviderProblem {
    private static final int RETRY_AFTER_SECONDS = 5;

    @ExceptionHandler
    ErrorResponse unavailable(ProviderUnavailableException away) {
        return new Refusal(problem(SERVICE_UNAVAILABLE, "payment/provider-unavailable"))
                .retryAfter(RETRY_AFTER_SECONDS);
    }
}
