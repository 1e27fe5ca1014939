package guildhall.runtime.web;

import static org.springframework.http.HttpStatus.BAD_REQUEST;

import java.io.Serial;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Ends a request with a problem from where no return value can: argument resolvers, interceptors,
 * cursors. Business rejections are return values, not this.
 */
public final class Refusal extends ErrorResponseException {
    @Serial private static final long serialVersionUID = 1;

    public Refusal(ProblemDetail problem) {
        super(HttpStatus.valueOf(problem.getStatus()), problem, null);
    }

    /** A 400 that names the path variable, query parameter or header. */
    public static Refusal parameter(String name, String detail) {
        return invalid(List.of(InvalidInput.parameter(name, detail)));
    }

    /** A 400 that names the field of the body. */
    public static Refusal field(String pointer, String detail) {
        return invalid(List.of(InvalidInput.field(pointer, detail)));
    }

    /** A 400 that names everything that is wrong. */
    public static Refusal invalid(List<InvalidInput> errors) {
        return new Refusal(invalidRequest(errors));
    }

    /** The same refusal, asking the client to come back after so many seconds. */
    public Refusal retryAfter(long seconds) {
        getHeaders().set("Retry-After", Long.toString(seconds));
        return this;
    }

    static ProblemDetail invalidRequest(List<InvalidInput> errors) {
        var problem = Problems.problem(BAD_REQUEST, "request/invalid");
        problem.setProperty("errors", errors);
        return problem;
    }
}
