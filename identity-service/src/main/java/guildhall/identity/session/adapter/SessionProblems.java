package guildhall.identity.session.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Refusals around signing in. */
final class SessionProblems {

    /** No such address, wrong password and closed account are one answer on purpose. */
    static <T> ResponseEntity<T> signInRefused() {
        return unauthorized(
                problem(
                        UNAUTHORIZED,
                        "identity/sign-in-refused",
                        "The address or the password is wrong, or there were too many attempts."));
    }

    static <T> ResponseEntity<T> refreshRefused() {
        return unauthorized(
                problem(
                        UNAUTHORIZED,
                        "identity/refresh-refused",
                        "The refresh token is not good any more. Sign in again."));
    }

    static ProblemDetail emailNotVerified() {
        return problem(
                FORBIDDEN,
                "identity/email-not-verified",
                "Open the link in the mail first, or ask for it again.");
    }

    static ProblemDetail accountSuspended() {
        return problem(FORBIDDEN, "identity/account-suspended");
    }

    static ProblemDetail unknownSession() {
        return problem(NOT_FOUND, "identity/unknown-session");
    }

    private static <T> ResponseEntity<T> unauthorized(ProblemDetail problem) {
        return ResponseEntity.of(problem).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
    }

    private SessionProblems() {}
}
