package guildhall.payment.reconciliation.adapter;

import guildhall.messages.party.Party;
import guildhall.payment.reconciliation.DifferenceId;
import guildhall.payment.reconciliation.Settlement;
import guildhall.payment.reconciliation.Settlement.Reversal;
import guildhall.payment.reconciliation.Settlement.ToMovement;
import guildhall.payment.reconciliation.Settlement.ToWallet;
import guildhall.payment.reconciliation.Settlement.WriteOff;
import guildhall.payment.reconciliation.adapter.JdbcDifferences.Status;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.list.Place;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/reconciliation/differences")
@StaffOnly({"FINANCE_OPS", "ADMIN"})
@Tag(name = "Reconciliation", description = "For finance staff")
class DifferenceController {
    private final DifferenceDesk desk;
    private final JdbcDifferences differences;
    private final JdbcMovements movements;

    DifferenceController(
            DifferenceDesk desk, JdbcDifferences differences, JdbcMovements movements) {
        this.desk = desk;
        this.differences = differences;
        this.movements = movements;
    }

    @GetMapping
    @Operation(summary = "What the provider and our books do not agree about, newest first")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    Page<DifferenceView> list(
            @RequestParam(defaultValue = "OPEN,PROPOSED") Set<Status> status, Paging paging) {
        return Page.of(
                        differences.list(status, paging.place(), paging.rows()),
                        paging.limit(),
                        found -> new Place(found.foundAt(), found.id().value()).toCursor())
                .map(DifferenceView::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One difference")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    DifferenceView show(@PathVariable UUID id) {
        return DifferenceView.of(desk.find(new DifferenceId(id)));
    }

    @PostMapping("/{id}/proposal")
    @Idempotent(required = true)
    @Operation(
            summary = "Propose what to do about a difference; somebody else must approve it",
            description =
                    "TO_WALLET (an unexplained entry belongs to the owner of a wallet), TO_MOVEMENT"
                            + " (it is that movement after all; what the amounts differ by is written"
                            + " off), WRITE_OFF, REVERSAL (of the journal of a missing movement).")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description =
                    "payment/proposal-pending, payment/difference-settled,"
                            + " payment/movement-matched, payment/not-reversible or"
                            + " payment/wallet-closed")
    @ApiResponse(
            responseCode = "422",
            description =
                    "payment/settlement-does-not-fit, payment/unknown-wallet or"
                            + " payment/unknown-movement")
    DifferenceView propose(
            @PathVariable UUID id, @Valid @RequestBody ProposalRequest request, Caller caller) {
        var reason = PlainText.clean(request.reason());
        return DifferenceView.of(
                desk.propose(new DifferenceId(id), settlement(request), reason, caller));
    }

    @PostMapping("/{id}/approval")
    @Idempotent(required = true)
    @Operation(summary = "Approve what somebody else has proposed; it is posted at once")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description =
                    "payment/same-person, payment/nothing-proposed, payment/difference-settled,"
                            + " payment/movement-matched, payment/wallet-closed, or"
                            + " payment/would-overdraw: the money is not there any more")
    DifferenceView approve(
            @PathVariable UUID id, @Valid @RequestBody ReasonRequest request, Caller caller) {
        return DifferenceView.of(desk.approve(new DifferenceId(id), request.reason(), caller));
    }

    @PostMapping("/{id}/rejection")
    @Idempotent(required = true)
    @Operation(summary = "Reject a proposal, or take one's own back")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description = "payment/nothing-proposed or payment/difference-settled")
    DifferenceView reject(
            @PathVariable UUID id, @Valid @RequestBody ReasonRequest request, Caller caller) {
        return DifferenceView.of(desk.reject(new DifferenceId(id), request.reason(), caller));
    }

    private Settlement settlement(ProposalRequest request) {
        return switch (request.settlement()) {
            case TO_WALLET -> {
                if (request.owner() == null) {
                    throw Refusal.field("/owner", "must say whose wallet");
                }
                yield new ToWallet(request.owner());
            }
            case TO_MOVEMENT -> {
                if (request.movement() == null) {
                    throw Refusal.field("/movement", "must say which movement");
                }
                yield new ToMovement(
                        movements
                                .find(request.movement())
                                .orElseThrow(DifferenceDesk::unknownMovement));
            }
            case WRITE_OFF -> new WriteOff();
            case REVERSAL -> new Reversal();
        };
    }

    enum SettlementKind {
        TO_WALLET,
        TO_MOVEMENT,
        WRITE_OFF,
        REVERSAL
    }

    /**
     * @param owner only for TO_WALLET
     * @param movement only for TO_MOVEMENT: the line of CASH_CLEARING
     */
    record ProposalRequest(
            @Schema(example = "WRITE_OFF") @NotNull SettlementKind settlement,
            @Schema(description = "Only for TO_WALLET") @Nullable Party owner,
            @Schema(description = "Only for TO_MOVEMENT: the line of CASH_CLEARING")
                    @Nullable
                    @Positive
                    Long movement,
            @NotBlank @Size(max = 500) String reason) {}
}
