package guildhall.payment.payoutaccount.adapter;

import static guildhall.runtime.web.Problems.problem;
import static java.time.temporal.ChronoUnit.MICROS;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import guildhall.messages.id.PayoutAccountId;
import guildhall.messages.party.Side;
import guildhall.payment.payoutaccount.AccountDetails;
import guildhall.payment.payoutaccount.PayoutAccount.Absent;
import guildhall.payment.payoutaccount.PayoutAccount.Disabled;
import guildhall.payment.payoutaccount.PayoutAccount.Opened;
import guildhall.payment.payoutaccount.PayoutAccountCommand;
import guildhall.payment.payoutaccount.PayoutAccountCommand.ChangeDestination;
import guildhall.payment.payoutaccount.PayoutAccountCommand.OpenAccount;
import guildhall.payment.payoutaccount.PayoutAccountCommand.RemoveAccount;
import guildhall.payment.payoutaccount.PayoutAccountDesk;
import guildhall.payment.payoutaccount.PayoutAccounts;
import guildhall.payment.payoutaccount.PayoutMethod;
import guildhall.payment.payoutaccount.PayoutOnboarding;
import guildhall.payment.payoutaccount.PayoutOnboarding.Opening;
import guildhall.runtime.idempotency.IdempotencyKey;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Amounts;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The payout accounts of the caller's party. */
@RestController
@RequestMapping("/v1/payout-accounts")
@Tag(name = "Payout accounts")
class PayoutAccountController {

    private final PayoutAccounts accounts;
    private final PayoutAccountDesk desk;
    private final Onboardings onboardings;
    private final PayoutAccountProperties properties;
    private final Clock clock;

    PayoutAccountController(
            PayoutAccounts accounts,
            PayoutAccountDesk desk,
            Onboardings onboardings,
            PayoutAccountProperties properties,
            Clock clock) {
        this.accounts = accounts;
        this.desk = desk;
        this.onboardings = onboardings;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * @param token what the provider gave for the number of the account
     */
    record OpenRequest(
            @NotNull PayoutMethod method,
            @NotNull @Schema(type = "string", example = "USD") Currency currency,
            @Pattern(regexp = "[0-9A-Za-z_-]{1,200}")
                    @Schema(
                            description =
                                    "The provider's token of the destination; absent when the owner"
                                            + " names it behind the onboarding link",
                            example = "tok_4242")
                    @Nullable String token) {}

    record DestinationRequest(
            @NotNull @Pattern(regexp = "[0-9A-Za-z_-]{1,200}") @Schema(example = "tok_1881")
                    String token) {}

    @PostMapping
    @Idempotent(required = true, commitsItself = true)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Name an account that the party wants its money sent to",
            description =
                    "The provider verifies the owner and decides later; fetch an onboarding link to"
                            + " give it what it wants.")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    @ApiResponse(responseCode = "422", description = "payment/method-not-offered")
    @ApiResponse(responseCode = "503", description = "The provider does not answer")
    ResponseEntity<PayoutAccountView> open(
            @Valid @RequestBody OpenRequest request, IdempotencyKey key, Caller caller) {
        var owner = new Side(caller.requireParty(), caller.user());
        var id = new PayoutAccountId(key.id());
        // A repeated request finds what the first one opened, and what became of it.
        if (accounts.find(id) instanceof Absent) {
            open(id, owner, request);
        }
        return ResponseEntity.created(URI.create("/v1/payout-accounts/" + id))
                .body(view(owned(id.value(), caller)));
    }

    private void open(PayoutAccountId id, Side owner, OpenRequest request) {
        Amounts.ofCountry("/currency", request.currency());
        var onboarding =
                onboardings
                        .of(request.method())
                        .orElseThrow(() ->
                                new Refusal(
                                        problem(
                                                UNPROCESSABLE_CONTENT,
                                                "payment/method-not-offered")));
        desk.handle(new OpenAccount(details(id, owner, request, onboarding)));
    }

    private AccountDetails details(
            PayoutAccountId id, Side owner, OpenRequest request, PayoutOnboarding onboarding) {
        var token = request.token() == null ? "" : request.token();
        var external =
                onboarding.open(id, new Opening(request.method(), request.currency(), token));
        var now = now();
        return new AccountDetails(
                id,
                owner,
                request.method(),
                request.currency(),
                onboarding.provider(),
                external.id(),
                external.destination(),
                now,
                now,
                Instant.EPOCH,
                false);
    }

    @GetMapping
    @Operation(summary = "The payout accounts of the caller's party")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    Page<PayoutAccountView> list(Paging paging, Caller caller) {
        var owner = caller.requireParty();
        return Page.of(
                        accounts.ownedBy(owner, paging.afterId(), paging.rows()),
                        paging.limit(),
                        account -> account.details().id().toString())
                .map(this::view);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One payout account")
    PayoutAccountView show(@PathVariable UUID id, Caller caller) {
        return switch (accounts.find(new PayoutAccountId(id))) {
            case Opened account when isVisible(account, caller) -> view(account);
            case Opened _, Absent _ -> throw unknown();
        };
    }

    @PostMapping("/{id}/onboarding-links")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "A link to the provider, for the owner to give it what it wants",
            description = "Good for a few minutes and for its reader only; ask again at any time.")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409", description = "payment/payout-account-disabled")
    @ApiResponse(responseCode = "503", description = "The provider does not answer")
    OnboardingLinkView link(@PathVariable UUID id, Caller caller) {
        var account = enabled(id, caller).details();
        var onboarding = onboardings.of(account.provider());
        return new OnboardingLinkView(onboarding.link(account.externalAccount()));
    }

    @PutMapping("/{id}/destination")
    @Operation(
            summary = "Have the money sent elsewhere",
            description = "Payouts to the account are held from now on, 72 hours by default.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409", description = "payment/payout-account-disabled")
    @ApiResponse(responseCode = "503", description = "The provider does not answer")
    PayoutAccountView change(
            @PathVariable UUID id, @Valid @RequestBody DestinationRequest request, Caller caller) {
        var account = enabled(id, caller).details();
        var onboarding = onboardings.of(account.provider());
        var destination = onboarding.changeDestination(account.externalAccount(), request.token());
        desk.handle(new ChangeDestination(account.id(), destination, now()));
        return view(owned(id, caller));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Remove a payout account",
            description = "For good. What was already requested is still paid there.")
    @ApiResponse(responseCode = "204", description = "Removed, now or before")
    void remove(@PathVariable UUID id, Caller caller) {
        PayoutAccountCommand remove = new RemoveAccount(owned(id, caller).details().id(), now());
        desk.handle(remove);
    }

    private Opened enabled(UUID id, Caller caller) {
        var account = owned(id, caller);
        if (account instanceof Disabled) {
            throw new Refusal(problem(CONFLICT, "payment/payout-account-disabled"));
        }
        return account;
    }

    private Opened owned(UUID id, Caller caller) {
        return switch (accounts.find(new PayoutAccountId(id))) {
            case Opened account when caller.actsFor(account.details().owner().party()) -> account;
            case Opened _, Absent _ -> throw unknown();
        };
    }

    private static boolean isVisible(Opened account, Caller caller) {
        return caller.actsFor(account.details().owner().party())
                || caller.isStaff("FINANCE_OPS", "SUPPORT_AGENT", "ADMIN");
    }

    private static Refusal unknown() {
        return new Refusal(problem(NOT_FOUND, "payment/unknown-payout-account"));
    }

    private PayoutAccountView view(Opened account) {
        return PayoutAccountView.of(account, properties.hold());
    }

    private Instant now() {
        return clock.instant().truncatedTo(MICROS);
    }

    record OnboardingLinkView(URI url) {}
}
