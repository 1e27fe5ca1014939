package guildhall.identity.user.adapter;

import static guildhall.runtime.web.Problems.answer;

import guildhall.identity.secret.EvenPace;
import guildhall.identity.user.Passwords;
import guildhall.runtime.idempotency.IdempotencyKey;
import guildhall.runtime.idempotency.Idempotent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Registration", description = "Becoming a user: register, then prove the address.")
class RegistrationController {
    static final Notice CHECK_MAIL =
            new Notice("If that is possible with this address, a mail is on its way to it.");

    private final Registrations registrations;
    private final Verifications verifications;
    private final Passwords passwords;
    private final EvenPace pace;

    RegistrationController(
            Registrations registrations,
            Verifications verifications,
            Passwords passwords,
            EvenPace pace) {
        this.registrations = registrations;
        this.verifications = verifications;
        this.passwords = passwords;
        this.pace = pace;
    }

    @PostMapping("/v1/users")
    @Idempotent
    @Operation(
            summary = "Register as a client or a talent",
            description =
                    "The answer is the same whether or not the address is registered already. The"
                            + " mailed token goes to POST /v1/email-verifications.")
    @ApiResponse(responseCode = "202", description = "A mail was sent, if that was possible")
    @ApiResponse(responseCode = "422", description = "The password is easy to guess")
    ResponseEntity<Notice> register(
            @Valid @RequestBody Registration registration,
            IdempotencyKey key,
            HttpServletRequest request) {
        if (passwords.isGuessable(registration.password(), registration.address())) {
            return answer(UserProblems.passwordTooGuessable());
        }
        pace.during(() -> registrations.register(registration, key.id(), request.getLocale()));
        return ResponseEntity.accepted().body(CHECK_MAIL);
    }

    @PostMapping("/v1/email-verifications")
    @Operation(summary = "Prove the address with the mailed token")
    @ApiResponse(responseCode = "204", description = "Verified; sign in now")
    @ApiResponse(responseCode = "422", description = "The token is wrong, used up or too old")
    ResponseEntity<Void> verify(@Valid @RequestBody EmailToken request) {
        return verifications.verify(request.token())
                ? ResponseEntity.noContent().build()
                : answer(UserProblems.tokenNotValid());
    }

    @PostMapping("/v1/email-verifications/requests")
    @Operation(summary = "Ask for the verification mail again")
    @ApiResponse(responseCode = "202", description = "A mail was sent, if that was possible")
    ResponseEntity<Notice> repeat(@Valid @RequestBody Address request) {
        pace.during(() -> verifications.repeat(request.email()));
        return ResponseEntity.accepted().body(CHECK_MAIL);
    }

    record EmailToken(
            @NotBlank
                    @Size(max = 200)
                    @Schema(example = "n0tAr3alT0ken-4bJ1uWq7Zy5sX2cV8mK6hG3fD9aE0rT")
                    String token) {
        @Override
        public String toString() {
            return "EmailToken[]";
        }
    }

    record Address(
            @NotBlank @Email @Size(max = 254) @Schema(example = "ada@example.com") String email) {}

    record Notice(
            @Schema(example = "If that is possible with this address, a mail is on its way to it.")
                    String detail) {}
}
