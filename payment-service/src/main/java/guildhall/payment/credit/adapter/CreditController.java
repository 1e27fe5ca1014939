package guildhall.payment.credit.adapter;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.payment.credit.CreditAccounts;
import guildhall.payment.credit.CreditMovement;
import guildhall.payment.credit.CreditPack;
import guildhall.runtime.security.Caller;
import guildhall.runtime.security.PartyParameter;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/credits")
@Tag(name = "Credits")
class CreditController {
    private static final String PARTY =
            "Finance staff only: another party, such as BUSINESS:0197a6c2-0000-7000-8000-000000000001";
    private static final PartyParameter OWNER =
            new PartyParameter("payment/unknown-party", "FINANCE_OPS", "ADMIN");

    private final CreditAccounts accounts;
    private final CreditProperties properties;

    CreditController(CreditAccounts accounts, CreditProperties properties) {
        this.accounts = accounts;
        this.properties = properties;
    }

    @GetMapping
    @Operation(summary = "How many credits the caller's party has")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    BalanceView balance(
            @Parameter(description = PARTY) @RequestParam @Nullable String party, Caller caller) {
        var owner = OWNER.of(party, caller);
        var balance = accounts.balance(owner);
        return new BalanceView(owner, balance.available(), balance.reserved());
    }

    @GetMapping("/movements")
    @Operation(summary = "Every movement of credits, newest first")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    Page<MovementView> movements(
            @Parameter(description = PARTY) @RequestParam @Nullable String party,
            Paging paging,
            Caller caller) {
        var rows =
                accounts.movements(OWNER.of(party, caller), paging.beforeNumber(), paging.rows());
        return Page.of(rows, paging.limit(), row -> Long.toString(row.number()))
                .map(MovementView::of);
    }

    @GetMapping("/packs")
    @Operation(summary = "What can be bought")
    Page<PackView> packs() {
        return new Page<>(properties.creditPacks().stream().map(PackView::of).toList(), null);
    }

    record BalanceView(
            Party owner,
            @Schema(description = "To spend on tasks") int available,
            @Schema(description = "Set aside for tasks") int reserved) {}

    record PackView(String id, int units, Money price) {
        static PackView of(CreditPack pack) {
            return new PackView(pack.id(), pack.units(), pack.price());
        }
    }

    record MovementView(
            String id,
            CreditMovement.Kind kind,
            @Schema(description = "Added to the available credits") int available,
            @Schema(description = "Added to the reserved credits") int reserved,
            int availableAfter,
            int reservedAfter,
            @Schema(description = "The purchase, bonus or task") UUID reference,
            Instant at) {
        static MovementView of(CreditMovement movement) {
            return new MovementView(
                    Long.toString(movement.number()),
                    movement.kind(),
                    movement.available(),
                    movement.reserved(),
                    movement.availableAfter(),
                    movement.reservedAfter(),
                    movement.reference(),
                    movement.at());
        }
    }
}
