package guildhall.payment.wallet.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import guildhall.messages.id.UserId;
import guildhall.payment.wallet.WalletId;
import guildhall.payment.wallet.WalletRejection;
import guildhall.payment.wallet.WalletRejection.AlreadyClosed;
import guildhall.payment.wallet.WalletRejection.InDebt;
import guildhall.payment.wallet.WalletRejection.NotEmpty;
import guildhall.payment.wallet.WalletRejection.NotFrozen;
import guildhall.payment.wallet.WalletRejection.UnknownWallet;
import guildhall.payment.wallet.WalletStates;
import guildhall.payment.wallet.WalletStates.Change;
import guildhall.payment.wallet.Wallets;
import guildhall.payment.wallet.adapter.WalletController.WalletView;
import guildhall.payment.wallet.adapter.WalletDesk.Act;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.operate.ReasonRequest;
import guildhall.runtime.security.Caller;
import guildhall.runtime.security.PartyParameter;
import guildhall.runtime.security.StaffOnly;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Currency;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What staff decides about wallets; asking for what is so already changes nothing. */
@RestController
@RequestMapping("/v1/wallets/{currency}")
@Tag(name = "Wallets")
class WalletStateController {
    private static final String PARTY = "TALENT:0197a6c2-0000-7000-8000-000000000001";

    private final WalletDesk desk;
    private final Wallets wallets;
    private final WalletStates states;

    WalletStateController(WalletDesk desk, Wallets wallets, WalletStates states) {
        this.desk = desk;
        this.wallets = wallets;
        this.states = states;
    }

    @PostMapping("/freeze")
    @Idempotent
    @StaffOnly({"COMPLIANCE", "FINANCE_OPS", "ADMIN"})
    @Operation(
            summary = "Stop a wallet from paying, withdrawing and being topped up",
            description = "Releases and refunds still arrive.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "payment/unknown-wallet: it was never used")
    @ApiResponse(responseCode = "409", description = "payment/wallet-closed")
    WalletView freeze(
            @Parameter(schema = @Schema(type = "string", example = "USD")) @PathVariable
                    Currency currency,
            @Parameter(example = PARTY) @RequestParam String party,
            @Valid @RequestBody ReasonRequest request,
            Caller caller) {
        return decide(wallet(party, currency), Act.FREEZE, request, caller);
    }

    @PostMapping("/unfreeze")
    @Idempotent
    @StaffOnly({"COMPLIANCE", "FINANCE_OPS", "ADMIN"})
    @Operation(summary = "Let a frozen wallet be used again")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "payment/unknown-wallet: it was never used")
    @ApiResponse(responseCode = "409", description = "payment/wallet-closed")
    WalletView unfreeze(
            @Parameter(schema = @Schema(type = "string", example = "USD")) @PathVariable
                    Currency currency,
            @Parameter(example = PARTY) @RequestParam String party,
            @Valid @RequestBody ReasonRequest request,
            Caller caller) {
        return decide(wallet(party, currency), Act.UNFREEZE, request, caller);
    }

    @PostMapping("/closure")
    @Idempotent
    @StaffOnly({"FINANCE_OPS", "ADMIN"})
    @Operation(
            summary = "Close a frozen wallet for good",
            description =
                    "It must be empty, its owner must owe nothing, and no escrow with money in it,"
                            + " open payout or open refund may be its owner's.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "payment/unknown-wallet: it was never used")
    @ApiResponse(
            responseCode = "409",
            description =
                    "payment/wallet-not-frozen, payment/wallet-in-debt or payment/wallet-not-empty")
    WalletView close(
            @Parameter(schema = @Schema(type = "string", example = "USD")) @PathVariable
                    Currency currency,
            @Parameter(example = PARTY) @RequestParam String party,
            @Valid @RequestBody ReasonRequest request,
            Caller caller) {
        return decide(wallet(party, currency), Act.CLOSE, request, caller);
    }

    @GetMapping("/states")
    @StaffOnly({"COMPLIANCE", "FINANCE_OPS", "ADMIN"})
    @Operation(summary = "What staff decided about a wallet, oldest first")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    Page<ChangeView> history(
            @Parameter(schema = @Schema(type = "string", example = "USD")) @PathVariable
                    Currency currency,
            @Parameter(example = PARTY) @RequestParam String party) {
        return new Page<>(states.history(wallet(party, currency)), null).map(ChangeView::of);
    }

    private WalletView decide(WalletId wallet, Act act, ReasonRequest request, Caller caller) {
        if (desk.decide(wallet, act, request.cleaned(), caller) instanceof Rejected(var why)) {
            throw new Refusal(problemOf(why));
        }
        return WalletView.of(wallets.find(wallet));
    }

    private static ProblemDetail problemOf(WalletRejection rejection) {
        return switch (rejection) {
            case UnknownWallet _ -> problem(NOT_FOUND, "payment/unknown-wallet");
            case AlreadyClosed _ -> problem(CONFLICT, "payment/wallet-closed");
            case NotFrozen _ -> problem(CONFLICT, "payment/wallet-not-frozen");
            case InDebt(var owed) -> {
                var problem = problem(CONFLICT, "payment/wallet-in-debt");
                problem.setProperty("owed", owed);
                yield problem;
            }
            case NotEmpty(var contents) -> {
                var problem = problem(CONFLICT, "payment/wallet-not-empty");
                problem.setProperty("available", contents.available());
                problem.setProperty("pending", contents.pending());
                problem.setProperty("openEscrows", contents.openEscrows());
                problem.setProperty("openPayouts", contents.openPayouts());
                problem.setProperty("openRefunds", contents.openRefunds());
                yield problem;
            }
        };
    }

    private static WalletId wallet(String party, Currency currency) {
        return new WalletId(PartyParameter.parse(party), currency);
    }

    record ChangeView(WalletStatus status, String reason, UserId decidedBy, Instant decidedAt) {
        static ChangeView of(Change change) {
            return new ChangeView(
                    WalletStatus.of(change.state()),
                    change.reason(),
                    change.decidedBy(),
                    change.decidedAt());
        }
    }
}
