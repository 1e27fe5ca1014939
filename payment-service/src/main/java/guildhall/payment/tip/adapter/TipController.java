package guildhall.payment.tip.adapter;

import static guildhall.runtime.web.Problems.problem;
import static java.time.temporal.ChronoUnit.MICROS;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.TipId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.payment.escrow.Escrow;
import guildhall.payment.escrow.Escrows;
import guildhall.payment.escrow.FundingTerms;
import guildhall.payment.tip.Tip;
import guildhall.payment.tip.TipOrder;
import guildhall.payment.tip.TipRejection;
import guildhall.payment.tip.TipRejection.AnotherCurrency;
import guildhall.payment.tip.TipRejection.InsufficientFunds;
import guildhall.payment.tip.TipRejection.NothingPaidYet;
import guildhall.payment.tip.TipRejection.OwesPlatform;
import guildhall.payment.tip.TipRejection.UnknownEscrow;
import guildhall.payment.tip.TipRejection.WalletUnusable;
import guildhall.payment.tip.Tips;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.idempotency.IdempotencyKey;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Amounts;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import guildhall.runtime.web.PlainText;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/escrows/{escrowId}/tips")
@Tag(name = "Tips")
class TipController {
    private static final TipId BEGINNING = new TipId(new UUID(0, 0));

    private final TipTransactions tipping;
    private final Tips tips;
    private final Escrows escrows;
    private final TipProperties properties;
    private final Clock clock;

    TipController(
            TipTransactions tipping,
            Tips tips,
            Escrows escrows,
            TipProperties properties,
            Clock clock) {
        this.tipping = tipping;
        this.tips = tips;
        this.escrows = escrows;
        this.properties = properties;
        this.clock = clock;
    }

    @PostMapping
    @Idempotent(required = true, commitsItself = true)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Tip whoever did the work of this escrow",
            description =
                    "For the client of an escrow of which something was released. Taken from the"
                            + " client's wallet; available to the payee after the safety window.")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The caller is not the payer")
    @ApiResponse(responseCode = "404", description = "No escrow that the caller is a party to")
    @ApiResponse(
            responseCode = "409",
            description =
                    "payment/nothing-paid-yet, payment/insufficient-funds,"
                            + " payment/wallet-frozen or payment/debt-outstanding")
    @ApiResponse(responseCode = "422", description = "payment/amount-too-large")
    TipView give(
            @PathVariable UUID escrowId,
            @Valid @RequestBody TipRequest request,
            IdempotencyKey key,
            Caller caller) {
        var escrow = new EscrowId(escrowId);
        requirePayer(visibleTerms(escrow, caller), caller);
        var order =
                new TipOrder(
                        new TipId(key.id()),
                        escrow,
                        caller.user(),
                        givable(request.amount()),
                        request.cleanNote(),
                        clock.instant().truncatedTo(MICROS));
        return switch (tipping.give(order)) {
            case Accepted(var given) -> TipView.of(given.getFirst());
            case Rejected(var reason) -> throw refusal(reason);
        };
    }

    @GetMapping
    @Operation(summary = "The tips for the work of this escrow, for its parties")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "No escrow that the caller is a party to")
    Page<TipView> list(@PathVariable UUID escrowId, Paging paging, Caller caller) {
        var escrow = new EscrowId(escrowId);
        var after = after(paging);
        visibleTerms(escrow, caller);
        var rows = tips.ofEscrow(escrow, after, paging.rows()).stream().map(TipView::of).toList();
        return Page.of(rows, paging.limit(), view -> view.id().toString());
    }

    private FundingTerms visibleTerms(EscrowId escrow, Caller caller) {
        if (escrows.find(escrow) instanceof Escrow.WithMoney funded
                && isVisible(funded.holding().terms(), caller)) {
            return funded.holding().terms();
        }
        throw unknownEscrow();
    }

    private static boolean isVisible(FundingTerms terms, Caller caller) {
        return caller.actsFor(terms.payer().party())
                || caller.actsFor(terms.payee().party())
                || terms.earners().stream().anyMatch(earner -> caller.actsFor(earner.party()))
                || caller.isStaff("FINANCE_OPS", "ADMIN");
    }

    private static void requirePayer(FundingTerms terms, Caller caller) {
        if (!caller.actsFor(terms.payer().party())) {
            throw new Refusal(problem(FORBIDDEN, "payment/not-the-payer"));
        }
    }

    private Money givable(Money amount) {
        Amounts.positive("/amount", amount);
        if (amount.minorUnits() > properties.largestAmount()) {
            throw new Refusal(problem(UNPROCESSABLE_CONTENT, "payment/amount-too-large"));
        }
        return amount;
    }

    private static Refusal refusal(TipRejection reason) {
        return switch (reason) {
            case UnknownEscrow _ -> unknownEscrow();
            case NothingPaidYet _ -> new Refusal(problem(CONFLICT, "payment/nothing-paid-yet"));
            case WalletUnusable _ -> new Refusal(problem(CONFLICT, "payment/wallet-frozen"));
            case OwesPlatform _ -> new Refusal(problem(CONFLICT, "payment/debt-outstanding"));
            case InsufficientFunds _ ->
                    new Refusal(problem(CONFLICT, "payment/insufficient-funds"));
            case AnotherCurrency(var expected) ->
                    Refusal.field("/amount/currency", "must be " + expected);
        };
    }

    private static Refusal unknownEscrow() {
        return new Refusal(problem(NOT_FOUND, "payment/unknown-escrow"));
    }

    private static TipId after(Paging paging) {
        try {
            return paging.cursor().map(TipId::of).orElse(BEGINNING);
        } catch (IllegalArgumentException _) {
            throw Paging.badCursor();
        }
    }

    record TipRequest(
            @NotNull Money amount,
            @Schema(description = "A word of thanks") @Size(max = 500) @Nullable String note) {
        String cleanNote() {
            return note == null ? "" : PlainText.clean(note);
        }
    }

    record TipView(
            UUID id,
            UUID escrowId,
            Party payer,
            Party payee,
            Money amount,
            Money fee,
            String note,
            Instant givenAt) {
        static TipView of(Tip tip) {
            return new TipView(
                    tip.id().value(),
                    tip.escrow().value(),
                    tip.payer(),
                    tip.payee(),
                    tip.amount(),
                    tip.fee(),
                    tip.note(),
                    tip.at());
        }
    }
}
