package guildhall.payment.credit.adapter;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.payment.approval.Ruling;
import guildhall.payment.approval.RulingView;
import guildhall.payment.credit.LotId;
import guildhall.payment.credit.adapter.CreditBonus.Status;
import guildhall.payment.credit.adapter.CreditBonusDesk.Act;
import guildhall.runtime.idempotency.IdempotencyKey;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.operate.ReasonRequest;
import guildhall.runtime.security.Caller;
import guildhall.runtime.security.StaffOnly;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import guildhall.runtime.web.PlainText;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
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

/** Credits that the platform gives away. */
@RestController
@RequestMapping("/v1/credits/bonuses")
@StaffOnly({"FINANCE_OPS", "ADMIN"})
@Tag(name = "Credits")
class CreditBonusController {
    private final CreditBonusDesk desk;
    private final JdbcCreditBonuses bonuses;

    CreditBonusController(CreditBonusDesk desk, JdbcCreditBonuses bonuses) {
        this.desk = desk;
        this.bonuses = bonuses;
    }

    @PostMapping
    @Idempotent(required = true)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Give a party credits that expire",
            description =
                    "Written to the audit with its reason. A large bonus waits until somebody else"
                            + " approves it.")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "422", description = "More than the settings allow")
    BonusView grant(@Valid @RequestBody BonusRequest request, IdempotencyKey key, Caller caller) {
        var reason = PlainText.required("/reason", request.reason());
        if (request.party().type() == PartyType.PLATFORM) {
            throw Refusal.field("/party/type", "must not be the platform");
        }
        var owner = new Party(request.party().type(), request.party().id());
        return BonusView.of(
                desk.ask(new LotId(key.id()), owner, request.units(), new Act(caller, reason)));
    }

    @GetMapping
    @Operation(summary = "Bonuses that await a second person, oldest first")
    Page<BonusView> list(Paging paging) {
        return Page.of(
                        bonuses.awaitingApproval(paging.afterId(), paging.rows()),
                        paging.limit(),
                        bonus -> bonus.id().toString())
                .map(BonusView::of);
    }

    @PostMapping("/{id}/approval")
    @Idempotent
    @Operation(summary = "Grant a large bonus that somebody else has asked for")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "payment/unknown-credit-bonus")
    @ApiResponse(
            responseCode = "409",
            description = "payment/second-person-needed or payment/credit-bonus-decided")
    @ApiResponse(responseCode = "422", description = "payment/too-many-credits")
    BonusView approve(
            @PathVariable UUID id, @Valid @RequestBody ReasonRequest request, Caller caller) {
        return BonusView.of(desk.approve(new LotId(id), act(request, caller)));
    }

    @PostMapping("/{id}/rejection")
    @Idempotent
    @Operation(summary = "Give nothing after all")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "payment/unknown-credit-bonus")
    @ApiResponse(responseCode = "409", description = "payment/credit-bonus-decided")
    BonusView reject(
            @PathVariable UUID id, @Valid @RequestBody ReasonRequest request, Caller caller) {
        return BonusView.of(desk.reject(new LotId(id), act(request, caller)));
    }

    private static Act act(ReasonRequest request, Caller caller) {
        return new Act(caller, PlainText.required("/reason", request.reason()));
    }

    record BonusRequest(
            @NotNull @Valid PartyBody party,
            @Min(1) int units,
            @Schema(example = "Sorry for the delay") @NotBlank @Size(max = 500) String reason) {}

    record PartyBody(@NotNull PartyType type, @NotNull UUID id) {}

    record BonusView(
            UUID id,
            Status status,
            Party owner,
            int units,
            @Schema(description = "What they are worth") Money value,
            @Schema(description = "Whoever asked, and who agreed") List<RulingView> approvals,
            @Schema(description = "Only when REJECTED") @Nullable RulingView refusal,
            @Schema(description = "Only when GRANTED") @Nullable Instant expiresAt) {
        static BonusView of(CreditBonus bonus) {
            return new BonusView(
                    bonus.id().value(),
                    bonus.status(),
                    bonus.owner(),
                    bonus.units(),
                    bonus.value(),
                    RulingView.of(bonus.approvals()),
                    view(bonus.refusal()),
                    bonus.expiresAt());
        }

        private static @Nullable RulingView view(@Nullable Ruling ruling) {
            return ruling == null ? null : RulingView.of(ruling);
        }
    }
}
