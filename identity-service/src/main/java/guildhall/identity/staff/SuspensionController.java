package guildhall.identity.staff;

import static guildhall.runtime.web.Problems.answer;

import guildhall.identity.user.User.Active;
import guildhall.identity.user.User.Known;
import guildhall.identity.user.User.Suspended;
import guildhall.identity.user.UserCommand;
import guildhall.identity.user.UserCommand.ReinstateUser;
import guildhall.identity.user.UserCommand.SuspendUser;
import guildhall.identity.user.UserEvent.Reason;
import guildhall.identity.user.UserRejection;
import guildhall.identity.user.UserSessions;
import guildhall.identity.user.Users;
import guildhall.messages.id.UserId;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.operate.OperatorDesk;
import guildhall.runtime.security.Caller;
import guildhall.runtime.security.StaffOnly;
import guildhall.runtime.web.PlainText;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Closes and opens accounts. Who did that to whom, and why, is in the audit of operators. */
@RestController
@RequestMapping("/v1/users/{id}")
@StaffOnly({"MODERATOR", "ADMIN"})
@Tag(name = "Staff")
class SuspensionController {
    private static final int SHORTEST_REASON = 3;

    private final Users users;
    private final UserSessions sessions;
    private final OperatorDesk desk;
    private final Clock clock;

    SuspensionController(Users users, UserSessions sessions, OperatorDesk desk, Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * @param reason plain text; markup in it is dropped
     */
    record ReasonForStaff(
            @NotBlank
                    @Size(min = SHORTEST_REASON, max = 500)
                    @Schema(example = "Asked clients to pay outside of the platform, case 4711")
                    String reason) {
        /**
         * @throws Refusal 400 when too little is left of it
         */
        String cleaned() {
            var clean = PlainText.required("/reason", reason);
            if (clean.length() < SHORTEST_REASON) {
                throw Refusal.field("/reason", "must say why, not only in markup");
            }
            return clean;
        }
    }

    @PutMapping("/suspension")
    @Operation(
            summary = "Suspend a user",
            description = "Ends all sessions of that user. The reason goes into the audit.")
    @ApiResponse(responseCode = "204", description = "Suspended")
    @ApiResponse(responseCode = "404", description = "There is no such user")
    @ApiResponse(responseCode = "409", description = "The account is not active")
    ResponseEntity<Void> suspend(
            @PathVariable UUID id, @Valid @RequestBody ReasonForStaff request, Caller caller) {
        var user = new UserId(id);
        var now = clock.instant();
        var open = sessions.open(user);
        var command = new SuspendUser(user, caller.user(), open, now);
        return act(new Act("user.suspend", Active.class, command), request, caller)
                .orElseGet(() -> {
                    sessions.close(open, Reason.SUSPENDED, now);
                    return ResponseEntity.noContent().build();
                });
    }

    @PostMapping("/reinstatement")
    @Operation(
            summary = "Reinstate a suspended user",
            description = "The reason goes into the audit.")
    @ApiResponse(responseCode = "204", description = "The user may sign in again")
    @ApiResponse(responseCode = "404", description = "There is no such user")
    @ApiResponse(responseCode = "409", description = "The account is not suspended")
    ResponseEntity<Void> reinstate(
            @PathVariable UUID id, @Valid @RequestBody ReasonForStaff request, Caller caller) {
        var command = new ReinstateUser(new UserId(id), caller.user(), clock.instant());
        return act(new Act("user.reinstate", Suspended.class, command), request, caller)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /**
     * @param name in the audit
     * @param changes the standing in which the command changes something
     */
    private record Act(String name, Class<? extends Known> changes, UserCommand command) {}

    /**
     * The audit comes first, because it is a document of its own: a crash in between leaves an
     * entry without an act, never an act without an entry. What changes nothing leaves none.
     *
     * @return the refusal, if it is one
     */
    private Optional<ResponseEntity<Void>> act(Act act, ReasonForStaff request, Caller caller) {
        var why = request.cleaned();
        var target = act.command().id();
        users.find(target)
                .filter(found -> act.changes().isInstance(found.user()))
                .ifPresent(_ -> desk.record(caller, act.name(), "user/" + target, why));
        return switch (users.handle(act.command())) {
            case Rejected<?, UserRejection>(var reason) ->
                    Optional.of(answer(StaffProblems.of(reason)));
            case Accepted<?, ?> _ -> Optional.empty();
        };
    }
}
