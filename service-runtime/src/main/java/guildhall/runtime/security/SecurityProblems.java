package guildhall.runtime.security;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import guildhall.runtime.web.ProblemWriter;
import guildhall.runtime.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Says no without saying why a token is bad: that helps only who forges them. */
final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SecurityProblems.class);
    private final ProblemWriter problems;

    SecurityProblems(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
            throws IOException {
        if (ex instanceof AuthenticationServiceException) {
            LOG.warn("Tokens cannot be verified: the keys of identity-service are unknown", ex);
            response.setHeader(HttpHeaders.RETRY_AFTER, "2");
            var problem = Problems.problem(SERVICE_UNAVAILABLE, "request/try-again");
            problems.write(request, response, problem);
            return;
        }
        var badToken = ex instanceof OAuth2AuthenticationException;
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                badToken ? "Bearer error=\"invalid_token\"" : "Bearer");
        var code = badToken ? "request/invalid-token" : "request/unauthenticated";
        problems.write(request, response, Problems.problem(UNAUTHORIZED, code));
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        problems.write(request, response, Problems.problem(FORBIDDEN, "request/forbidden"));
    }
}
