package guildhall.identity.me;

import static guildhall.runtime.web.Problems.answer;
import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import guildhall.identity.party.OwnParties;
import guildhall.identity.session.Session.Live;
import guildhall.identity.session.SessionAccess;
import guildhall.identity.session.SessionCommand.ActFor;
import guildhall.identity.session.Sessions;
import guildhall.identity.user.User.Active;
import guildhall.identity.user.Users;
import guildhall.messages.id.SessionId;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Me")
class ActingPartyController {
    private final Users users;
    private final Sessions sessions;
    private final SessionAccess access;
    private final OwnParties parties;
    private final Clock clock;

    ActingPartyController(
            Users users, Sessions sessions, SessionAccess access, OwnParties parties, Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.access = access;
        this.parties = parties;
        this.clock = clock;
    }

    @PutMapping("/v1/me/acting-party")
    @Operation(
            summary = "Act for another of one's own parties",
            description =
                    "The answer has a new access token. The refresh token stays as it is; what it"
                            + " brings is for the new party too.")
    @ApiResponse(responseCode = "200", description = "The session acts for that party")
    @ApiResponse(responseCode = "404", description = "The caller has no such party")
    @ApiResponse(responseCode = "409", description = "The session is over; sign in again")
    ResponseEntity<NewAccess> actFor(@Valid @RequestBody Wanted wanted, Caller caller) {
        var party = new Party(wanted.type(), wanted.id());
        if (parties.of(caller.user()).stream().noneMatch(own -> own.party().equals(party))) {
            return answer(problem(NOT_FOUND, "identity/unknown-party"));
        }
        return switch (sessions.handle(new ActFor(caller.session(), party, clock.instant()))) {
            case Rejected<?, ?> _ -> over();
            case Accepted<?, ?> _ -> grant(caller);
        };
    }

    private ResponseEntity<NewAccess> grant(Caller caller) {
        var user = users.find(caller.user()).map(Users.Versioned::user);
        var session = sessions.findLive(caller.session());
        return session.isPresent()
                        && user.isPresent()
                        && user.get() instanceof Active(var account)
                        && !session.get().startedAt().isBefore(account.credentialsSince())
                ? granted(session.get(), access.grant(session.get(), account))
                : over();
    }

    private static ResponseEntity<NewAccess> granted(Live session, SessionAccess.Access access) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new NewAccess(access.token(), access.expiresInSeconds(), session.id()));
    }

    private static ResponseEntity<NewAccess> over() {
        return answer(problem(CONFLICT, "identity/session-over"));
    }

    record Wanted(@NotNull PartyType type, @NotNull UUID id) {}

    /**
     * @param expiresInSeconds how long the access token is good
     */
    record NewAccess(
            @Schema(example = "eyJraWQiOiJfZXhhbXBsZSJ9.eyJzdWIiOiJfZXhhbXBsZSJ9.c2lnbmF0dXJl")
                    String accessToken,
            @Schema(example = "900") long expiresInSeconds,
            SessionId sessionId) {
        @Override
        public String toString() {
            return "NewAccess[" + sessionId + "]";
        }
    }
}
