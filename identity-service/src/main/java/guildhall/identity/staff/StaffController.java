package guildhall.identity.staff;

import static guildhall.runtime.web.Problems.answer;

import guildhall.identity.user.Account;
import guildhall.identity.user.StaffChange;
import guildhall.identity.user.StaffRole;
import guildhall.identity.user.UserCommand;
import guildhall.identity.user.UserCommand.GrantStaffRole;
import guildhall.identity.user.UserCommand.RevokeStaffRole;
import guildhall.identity.user.UserEvent.Reason;
import guildhall.identity.user.UserRejection;
import guildhall.identity.user.UserRejection.UnknownUser;
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
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/users/{id}/staff-roles")
@StaffOnly("SUPERADMIN")
@Tag(name = "Staff", description = "Who runs the platform; for superadmins.")
class StaffController {
    private final Users users;
    private final UserSessions sessions;
    private final Clock clock;

    StaffController(Users users, UserSessions sessions, Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "The staff roles of a user, and how they came about")
    @ApiResponse(responseCode = "404", description = "There is no such user")
    ResponseEntity<StaffView> roles(@PathVariable UUID id) {
        return users.find(new UserId(id))
                .map(found -> ResponseEntity.ok(StaffView.of(found.user().account())))
                .orElseGet(() -> answer(StaffProblems.of(new UnknownUser())));
    }

    @PutMapping("/{role}")
    @Operation(summary = "Grant a staff role", description = "Works from the next token on.")
    @ApiResponse(responseCode = "200", description = "Granted")
    @ApiResponse(responseCode = "404", description = "There is no such user")
    @ApiResponse(responseCode = "409", description = "The account is not active")
    ResponseEntity<StaffView> grant(
            @PathVariable UUID id, @PathVariable StaffRole role, Caller caller) {
        return handle(new GrantStaffRole(new UserId(id), role, caller.user(), clock.instant()));
    }

    @DeleteMapping("/{role}")
    @Operation(summary = "Revoke a staff role", description = "Ends the sessions of that user.")
    @ApiResponse(responseCode = "200", description = "Revoked")
    @ApiResponse(responseCode = "404", description = "There is no such user")
    @ApiResponse(responseCode = "422", description = "Superadmins keep their own role")
    ResponseEntity<StaffView> revoke(
            @PathVariable UUID id, @PathVariable StaffRole role, Caller caller) {
        var user = new UserId(id);
        var now = clock.instant();
        var open = sessions.open(user);
        var answer = handle(new RevokeStaffRole(user, role, caller.user(), open, now));
        if (answer.getStatusCode().is2xxSuccessful()) {
            sessions.close(open, Reason.REVOKED, now);
        }
        return answer;
    }

    private ResponseEntity<StaffView> handle(UserCommand command) {
        return switch (users.handle(command)) {
            case Accepted<?, ?> _ -> roles(command.id().value());
            case Rejected<?, UserRejection>(var reason) -> answer(StaffProblems.of(reason));
        };
    }

    record StaffView(UserId user, List<StaffRole> roles, List<StaffChange> history) {
        static StaffView of(Account account) {
            return new StaffView(
                    account.id(),
                    account.staffRoles().stream().sorted().toList(),
                    account.staffHistory());
        }
    }
}
