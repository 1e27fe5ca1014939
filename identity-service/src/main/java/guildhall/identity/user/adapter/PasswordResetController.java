package guildhall.identity.user.adapter;

import static guildhall.identity.user.PasswordRules.MAX_LENGTH;
import static guildhall.identity.user.PasswordRules.MIN_LENGTH;
import static guildhall.runtime.web.Problems.answer;

import guildhall.identity.secret.EvenPace;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Password resets", description = "A new password by mail. It ends all sessions.")
class PasswordResetController {
    private final PasswordResets resets;
    private final EvenPace pace;

    PasswordResetController(PasswordResets resets, EvenPace pace) {
        this.resets = resets;
        this.pace = pace;
    }

    @PostMapping("/v1/password-resets")
    @Operation(
            summary = "Ask for a mail with which to set a new password",
            description = "The answer is the same whether or not the address is registered.")
    @ApiResponse(responseCode = "202", description = "A mail was sent, if that was possible")
    ResponseEntity<RegistrationController.Notice> request(
            @Valid @RequestBody RegistrationController.Address request) {
        pace.during(() -> resets.offer(request.email()));
        return ResponseEntity.accepted().body(RegistrationController.CHECK_MAIL);
    }

    @PostMapping("/v1/password-resets/confirmations")
    @Operation(summary = "Set a new password with the mailed token")
    @ApiResponse(responseCode = "204", description = "Set; all sessions have ended")
    @ApiResponse(
            responseCode = "422",
            description = "The token is not valid, or the password is easy to guess")
    ResponseEntity<Void> confirm(@Valid @RequestBody NewPassword request) {
        return switch (resets.confirm(request.token(), request.password())) {
            case DONE -> ResponseEntity.noContent().build();
            case GUESSABLE -> answer(UserProblems.passwordTooGuessable());
            case TOKEN_NOT_VALID -> answer(UserProblems.tokenNotValid());
        };
    }

    record NewPassword(
            @NotBlank
                    @Size(max = 200)
                    @Schema(example = "n0tAr3alT0ken-4bJ1uWq7Zy5sX2cV8mK6hG3fD9aE0rT")
                    String token,
            @NotNull
                    @Size(min = MIN_LENGTH, max = MAX_LENGTH)
                    @Schema(example = "nine loud herons sing")
                    String password) {
        @Override
        public String toString() {
            return "NewPassword[]";
        }
    }
}
