package guildhall.payment.adjustment.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import guildhall.messages.id.AdjustmentId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.payment.adjustment.Adjustment.Known;
import guildhall.payment.adjustment.AdjustmentEvent;
import guildhall.payment.adjustment.AdjustmentRejection;
import guildhall.payment.adjustment.Correction;
import guildhall.payment.adjustment.Counterpart;
import guildhall.payment.adjustment.adapter.AdjustmentViews.AdjustmentView;
import guildhall.payment.wallet.StatementLine.Direction;
import guildhall.payment.wallet.WalletId;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.idempotency.IdempotencyKey;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.list.Place;
import guildhall.runtime.operate.ReasonRequest;
import guildhall.runtime.security.Caller;
import guildhall.runtime.security.StaffOnly;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Two persons correct the books: one asks, another one approves. */
@RestController
@RequestMapping("/v1/ledger")
@StaffOnly({"FINANCE_OPS", "ADMIN"})
@Tag(name = "Adjustments", description = "Corrections of the books by two persons")
class AdjustmentController {
    private static final String LIMITS =
            "payment/adjustment-too-large, or payment/own-wallet: the caller acts for its owner";

    private final AdjustmentDesk desk;
    private final JdbcAdjustments adjustments;

    AdjustmentController(AdjustmentDesk desk, JdbcAdjustments adjustments) {
        this.desk = desk;
        this.adjustments = adjustments;
    }

    @PostMapping("/adjustments")
    @Idempotent(required = true)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Ask for money to be put into a wallet or taken out of it",
            description = "Nothing moves until somebody else approves.")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "422",
            description = LIMITS + ", or payment/wallet-never-used: nobody ever had money there")
    ResponseEntity<AdjustmentView> request(
            @Valid @RequestBody AdjustmentBody body, IdempotencyKey key, Caller caller) {
        var id = new AdjustmentId(key.id());
        var reason = PlainText.clean(body.reason());
        return created(id, desk.request(id, body.correction(), reason, caller));
    }

    @PostMapping("/journals/{id}/reversal")
    @Idempotent(required = true)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Ask for a wrong journal to be reversed as a whole",
            description =
                    "By a new journal with the same lines on the other side, when somebody else"
                            + " approves. The wrong one stays as it is.")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "payment/unknown-journal")
    @ApiResponse(
            responseCode = "409",
            description = "payment/journal-already-reversed, or asked to be")
    @ApiResponse(
            responseCode = "422",
            description =
                    LIMITS
                            + ", or payment/journal-not-reversible: it belongs to an escrow, a"
                            + " payout or something else with a state of its own")
    ResponseEntity<AdjustmentView> requestReversal(
            @PathVariable("id") UUID journal,
            @Valid @RequestBody ReasonRequest body,
            IdempotencyKey key,
            Caller caller) {
        var id = new AdjustmentId(key.id());
        return created(id, desk.requestReversal(id, journal, body.cleaned(), caller));
    }

    @GetMapping("/adjustments")
    @StaffOnly({"FINANCE_OPS", "COMPLIANCE", "ADMIN"})
    @Operation(summary = "Adjustments, newest first")
    Page<AdjustmentView> list(@RequestParam @Nullable AdjustmentStatus status, Paging paging) {
        var rows = adjustments.list(status, paging.place(), paging.rows());
        return Page.of(rows, paging.limit(), AdjustmentController::cursor).map(AdjustmentView::of);
    }

    private static String cursor(Known adjustment) {
        var request = adjustment.request();
        return new Place(request.requestedAt(), request.id().value()).toCursor();
    }

    @GetMapping("/adjustments/{id}")
    @StaffOnly({"FINANCE_OPS", "COMPLIANCE", "ADMIN"})
    @Operation(summary = "What was asked for, and what became of it")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "payment/unknown-adjustment")
    AdjustmentView show(@PathVariable UUID id) {
        return view(new AdjustmentId(id));
    }

    @PostMapping("/adjustments/{id}/approval")
    @Idempotent(required = true)
    @Operation(
            summary = "Post what somebody else asked for",
            description = "An administrator has to approve larger amounts.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "payment/administrator-needed")
    @ApiResponse(responseCode = "404", description = "payment/unknown-adjustment")
    @ApiResponse(
            responseCode = "409",
            description =
                    "payment/second-person-needed, payment/adjustment-already-decided,"
                            + " payment/wallet-closed or payment/insufficient-funds")
    @ApiResponse(
            responseCode = "422",
            description = "payment/daily-limit-reached or payment/own-wallet")
    AdjustmentView approve(
            @PathVariable UUID id,
            @Valid @RequestBody ReasonRequest body,
            IdempotencyKey key,
            Caller caller) {
        var adjustment = new AdjustmentId(id);
        return answer(adjustment, desk.approve(adjustment, body.cleaned(), caller));
    }

    @PostMapping("/adjustments/{id}/rejection")
    @Idempotent
    @Operation(summary = "Turn down what somebody else asked for")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "payment/unknown-adjustment")
    @ApiResponse(
            responseCode = "409",
            description = "payment/second-person-needed or payment/adjustment-already-decided")
    AdjustmentView turnDown(
            @PathVariable UUID id, @Valid @RequestBody ReasonRequest body, Caller caller) {
        var adjustment = new AdjustmentId(id);
        return answer(adjustment, desk.turnDown(adjustment, body.cleaned(), caller));
    }

    @PostMapping("/adjustments/{id}/withdrawal")
    @Idempotent
    @Operation(summary = "Take back what the caller asked for")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "payment/unknown-adjustment")
    @ApiResponse(
            responseCode = "409",
            description =
                    "payment/adjustment-of-somebody-else or payment/adjustment-already-decided")
    AdjustmentView withdraw(
            @PathVariable UUID id, @Valid @RequestBody ReasonRequest body, Caller caller) {
        var adjustment = new AdjustmentId(id);
        return answer(adjustment, desk.withdraw(adjustment, body.cleaned(), caller));
    }

    private ResponseEntity<AdjustmentView> created(
            AdjustmentId id, Decision<AdjustmentEvent, AdjustmentRejection> decision) {
        return ResponseEntity.created(URI.create("/v1/ledger/adjustments/" + id))
                .body(answer(id, decision));
    }

    private AdjustmentView answer(
            AdjustmentId id, Decision<AdjustmentEvent, AdjustmentRejection> decision) {
        if (decision instanceof Rejected(var why)) {
            throw new Refusal(AdjustmentProblems.of(why));
        }
        return view(id);
    }

    private AdjustmentView view(AdjustmentId id) {
        if (adjustments.find(id) instanceof Known known) {
            return AdjustmentView.of(known);
        }
        throw new Refusal(problem(NOT_FOUND, "payment/unknown-adjustment"));
    }

    /**
     * @param against at whose expense, or to whose benefit
     * @param description shown on the statement of the wallet
     * @param reason for the staff only
     */
    record AdjustmentBody(
            @NotNull @Valid OwnerBody owner,
            @Schema(description = "IN: into the wallet") @NotNull Direction direction,
            @NotNull Money amount,
            @NotNull Counterpart against,
            @Schema(description = "Shown on the statement of the wallet") @NotBlank @Size(max = 200)
                    String description,
            @Schema(description = "For the staff only") @NotBlank @Size(max = 500) String reason) {
        Correction correction() {
            Amounts.payable("/amount", amount);
            var text = PlainText.requiredLine("/description", description);
            var wallet = new WalletId(owner.party(), amount.currency());
            return switch (direction) {
                case IN -> Correction.toWallet(wallet, amount, against, text);
                case OUT -> Correction.fromWallet(wallet, amount, against, text);
            };
        }
    }

    record OwnerBody(@NotNull PartyType type, @NotNull UUID id) {
        Party party() {
            return new Party(type, id);
        }
    }
}
