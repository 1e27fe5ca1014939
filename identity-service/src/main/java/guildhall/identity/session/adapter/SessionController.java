package guildhall.identity.session.adapter;

import static guildhall.runtime.web.Problems.answer;

import guildhall.identity.session.EndReason;
import guildhall.identity.session.Sessions;
import guildhall.messages.id.SessionId;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/sessions")
@Tag(name = "Sessions", description = "Where a user is logged in.")
class SessionController {
    private final Sessions sessions;
    private final SessionEnds ends;
    private final Clock clock;

    SessionController(Sessions sessions, SessionEnds ends, Clock clock) {
        this.sessions = sessions;
        this.ends = ends;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "The caller's sessions, the newest first")
    Page<SessionView> mine(Paging paging, Caller caller) {
        var after = paging.afterId().map(SessionId::new);
        var rows =
                sessions.liveOf(caller.user(), clock.instant()).stream()
                        .dropWhile(s -> after.isPresent() && !s.id().equals(after.get()))
                        .skip(after.isPresent() ? 1 : 0)
                        .limit(paging.rows())
                        .map(s ->
                                new SessionView(
                                        s.id(),
                                        s.device().userAgent(),
                                        s.device().ip(),
                                        s.startedAt(),
                                        s.refreshedAt(),
                                        s.id().equals(caller.session())))
                        .toList();
        return Page.of(rows, paging.limit(), session -> session.id().toString());
    }

    @DeleteMapping("/current")
    @Operation(summary = "Sign out")
    @ApiResponse(responseCode = "204", description = "The session is over, its tokens are refused")
    ResponseEntity<Void> signOut(Caller caller) {
        ends.end(caller.session(), EndReason.LOGOUT);
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "End one of the caller's sessions")
    @ApiResponse(responseCode = "204", description = "The session is over, its tokens are refused")
    @ApiResponse(responseCode = "404", description = "The caller has no such session")
    ResponseEntity<Void> revoke(@PathVariable UUID id, Caller caller) {
        var own = sessions.findLive(new SessionId(id)).filter(session -> caller.is(session.user()));
        if (own.isEmpty()) {
            return answer(SessionProblems.unknownSession());
        }
        ends.end(own.get().id(), EndReason.REVOKED);
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping
    @Operation(summary = "End all sessions of the caller, this one included")
    @ApiResponse(responseCode = "204", description = "Signed out everywhere")
    ResponseEntity<Void> revokeAll(Caller caller) {
        ends.open(caller.user()).forEach(session -> ends.end(session, EndReason.REVOKED));
        return ResponseEntity.noContent().build();
    }

    record SessionView(
            SessionId id,
            @Schema(example = "Mozilla/5.0 (X11; Linux x86_64)") String userAgent,
            @Schema(example = "203.0.113.9") String ip,
            Instant createdAt,
            Instant lastSeenAt,
            boolean current) {}
}
