package guildhall.identity.me;

import static guildhall.runtime.web.Problems.answer;
import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import guildhall.identity.party.OwnParties;
import guildhall.identity.user.UserCommand.ChangePreferences;
import guildhall.identity.user.Users;
import guildhall.identity.user.Users.Versioned;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/me")
@Tag(name = "Me", description = "The caller's own account.")
class MeController {
    private final Users users;
    private final OwnParties parties;

    MeController(Users users, OwnParties parties) {
        this.users = users;
        this.parties = parties;
    }

    @GetMapping
    @Operation(summary = "The caller, and whom they may act for")
    @ApiResponse(responseCode = "200", description = "The ETag is for changing it")
    @ApiResponse(responseCode = "404", description = "The account is gone")
    ResponseEntity<MeView> me(Caller caller) {
        return users.find(caller.user())
                .map(found -> view(found, caller))
                .orElseGet(MeController::gone);
    }

    @PatchMapping
    @Operation(summary = "Change how to be addressed")
    @ApiResponse(responseCode = "200", description = "Changed")
    @ApiResponse(responseCode = "404", description = "The account is gone or closed")
    @ApiResponse(responseCode = "412", description = "It changed since it was read")
    @ApiResponse(responseCode = "428", description = "If-Match is missing")
    ResponseEntity<MeView> change(
            IfMatch seen, @Valid @RequestBody PreferencesChange change, Caller caller) {
        var found = users.find(caller.user());
        if (found.isEmpty()) {
            return gone();
        }
        seen.require(found.get().version());
        var wanted = change.applyTo(found.get().user().account().preferences());
        var command = new ChangePreferences(caller.user(), wanted);
        return switch (users.handle(command, found.get().version())) {
            case Accepted<?, ?> _ -> me(caller);
            case Rejected<?, ?> _ -> gone();
        };
    }

    private ResponseEntity<MeView> view(Versioned found, Caller caller) {
        return ResponseEntity.ok()
                .eTag(IfMatch.tag(found.version()))
                .body(
                        MeView.of(
                                found.user().account(),
                                caller.actingParty().orElse(null),
                                parties.of(caller.user())));
    }

    private static ResponseEntity<MeView> gone() {
        return answer(problem(NOT_FOUND, "identity/unknown-user"));
    }
}
