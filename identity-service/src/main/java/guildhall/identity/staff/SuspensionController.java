package guildhall.identity.staff;

import static guildhall.runtime.web.Problems.answer;

import guildhall.identity.user.UserCommand.ReinstateUser;
import guildhall.identity.user.UserCommand.SuspendUser;
import guildhall.identity.user.UserEvent.Reason;
import guildhall.identity.user.UserRejection;
import guildhall.identity.user.UserSessions;
import guildhall.identity.user.Users;
import guildhall.messages.id.UserId;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.security.Caller;
import guildhall.runtime.security.StaffOnly;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/users/{id}/suspension")
@StaffOnly({"MODERATOR", "ADMIN"})
@Tag(name = "Staff")
class SuspensionController {
    private final Users users;
    private final UserSessions sessions;
    private final Clock clock;

    SuspensionController(Users users, UserSessions sessions, Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.clock = clock;
    }

    @PutMapping
    @Operation(summary = "Suspend a user", description = "Ends all sessions of that user.")
    @ApiResponse(responseCode = "204", description = "Suspended")
    @ApiResponse(responseCode = "404", description = "There is no such user")
    @ApiResponse(responseCode = "409", description = "The account is not active")
    ResponseEntity<Void> suspend(@PathVariable UUID id, Caller caller) {
        var user = new UserId(id);
        var now = clock.instant();
        var open = sessions.open(user);
        return switch (users.handle(new SuspendUser(user, caller.user(), open, now))) {
            case Rejected<?, UserRejection>(var reason) -> answer(StaffProblems.of(reason));
            case Accepted<?, ?> _ -> {
                sessions.close(open, Reason.SUSPENDED, now);
                yield ResponseEntity.noContent().build();
            }
        };
    }

    @DeleteMapping
    @Operation(summary = "Reinstate a suspended user")
    @ApiResponse(responseCode = "204", description = "The user may sign in again")
    @ApiResponse(responseCode = "404", description = "There is no such user")
    @ApiResponse(responseCode = "409", description = "The account is not suspended")
    ResponseEntity<Void> reinstate(@PathVariable UUID id, Caller caller) {
        var command = new ReinstateUser(new UserId(id), caller.user(), clock.instant());
        return switch (users.handle(command)) {
            case Rejected<?, UserRejection>(var reason) -> answer(StaffProblems.of(reason));
            case Accepted<?, ?> _ -> ResponseEntity.noContent().build();
        };
    }
}
