package guildhall.identity.session.adapter;

import static guildhall.identity.user.PasswordRules.MAX_LENGTH;
import static guildhall.runtime.web.Problems.answer;

import guildhall.identity.session.Device;
import guildhall.identity.user.EmailAddress;
import guildhall.runtime.web.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Sessions")
class SignInController {
    private static final int MAX_USER_AGENT = 200;

    private final Logins logins;
    private final NewSessions sessions;
    private final Refreshes refreshes;
    private final SignInMetrics metrics;
    private final Clock clock;

    SignInController(
            Logins logins,
            NewSessions sessions,
            Refreshes refreshes,
            SignInMetrics metrics,
            Clock clock) {
        this.logins = logins;
        this.sessions = sessions;
        this.refreshes = refreshes;
        this.metrics = metrics;
        this.clock = clock;
    }

    @PostMapping("/v1/sessions")
    @Operation(
            summary = "Sign in",
            description =
                    "Five wrong passwords close the account to guessing for half an hour; it then"
                            + " answers like a wrong password. A user has 20 sessions at the most;"
                            + " one more ends the oldest.")
    @ApiResponse(responseCode = "201", description = "Signed in")
    @ApiResponse(responseCode = "401", description = "Wrong address or password")
    @ApiResponse(
            responseCode = "403",
            description =
                    "The password is right, but the address is not verified, or staff"
                            + " suspended the account")
    ResponseEntity<Grant> signIn(
            @Valid @RequestBody Credentials credentials, HttpServletRequest request) {
        var now = clock.instant();
        var email = new EmailAddress(credentials.email());
        var outcome = logins.attempt(email, credentials.password(), now);
        metrics.count(outcome);
        return switch (outcome) {
            case Logins.Outcome.Admitted(var account) ->
                    created(sessions.begin(account, device(request), now));
            case Logins.Outcome.Refused _, Logins.Outcome.Locked _ ->
                    SessionProblems.signInRefused();
            case Logins.Outcome.Unverified _ -> answer(SessionProblems.emailNotVerified());
            case Logins.Outcome.Suspended _ -> answer(SessionProblems.accountSuspended());
        };
    }

    @PostMapping("/v1/sessions/refresh")
    @Operation(
            summary = "Trade a refresh token for new tokens",
            description =
                    "Each refresh token is good for one refresh. If the answer gets lost, ask again"
                            + " with the same token within ten seconds. Any other second use ends"
                            + " the session.")
    @ApiResponse(responseCode = "200", description = "New tokens; the old refresh token is void")
    @ApiResponse(responseCode = "401", description = "Sign in again")
    ResponseEntity<Grant> refresh(@Valid @RequestBody Refresh refresh, HttpServletRequest request) {
        var outcome = refreshes.refresh(refresh.refreshToken(), device(request), clock.instant());
        metrics.count(outcome);
        return switch (outcome) {
            case Refreshes.Outcome.Rotated(var grant) -> secret(ResponseEntity.ok()).body(grant);
            case Refreshes.Outcome.Repeated(var grant) -> secret(ResponseEntity.ok()).body(grant);
            case Refreshes.Outcome.Reused _, Refreshes.Outcome.Refused _ ->
                    SessionProblems.refreshRefused();
        };
    }

    private static ResponseEntity<Grant> created(Grant grant) {
        var location = URI.create("/v1/sessions/" + grant.sessionId());
        return secret(ResponseEntity.created(location)).body(grant);
    }

    private static ResponseEntity.BodyBuilder secret(ResponseEntity.BodyBuilder answer) {
        return answer.cacheControl(CacheControl.noStore());
    }

    /** The address is the one that the gateway forwarded; the server resolves it. */
    private static Device device(HttpServletRequest request) {
        var agent =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT))
                        .map(PlainText::cleanLine)
                        .orElse("");
        return new Device(
                agent.length() > MAX_USER_AGENT ? agent.substring(0, MAX_USER_AGENT) : agent,
                request.getRemoteAddr());
    }

    record Credentials(
            @NotBlank @Size(max = 254) @Schema(example = "ada@example.com") String email,
            @NotBlank @Size(max = MAX_LENGTH) @Schema(example = "seven quiet otters")
                    String password) {
        @Override
        public String toString() {
            return "Credentials[]";
        }
    }

    record Refresh(
            @NotBlank
                    @Size(max = 200)
                    @Schema(
                            example =
                                    "AZ0bXyZ8cQq1m3R5t7V9wwAAAAE"
                                            + ".n0tAr3alT0ken-4bJ1uWq7Zy5sX2cV8mK6h")
                    String refreshToken) {
        @Override
        public String toString() {
            return "Refresh[]";
        }
    }
}
