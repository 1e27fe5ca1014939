package guildhall.payment.earnings;

import guildhall.messages.money.Money;
import guildhall.runtime.list.Place;
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

/** Earnings are for the party that earned them, and for finance staff. */
@RestController
@RequestMapping("/v1/earnings")
@Tag(name = "Earnings")
class EarningsController {
    private static final String PARTY =
            "Finance staff only: another party, such as"
                    + " TALENT:0197a6c2-0000-7000-8000-000000000001";
    private static final PartyParameter EARNER =
            new PartyParameter("payment/unknown-party", "FINANCE_OPS", "ADMIN");

    private final EarningsBook book;

    EarningsController(EarningsBook book) {
        this.book = book;
    }

    @GetMapping
    @Operation(
            summary = "What the caller's party has earned, by milestone and currency",
            description = "The latest paid first. Each row says how fresh it is.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    Page<EarningsView> list(
            @Parameter(description = PARTY) @RequestParam @Nullable String party,
            Paging paging,
            Caller caller) {
        var rows = book.of(EARNER.of(party, caller), paging.place(), paging.rows());
        return Page.of(rows, paging.limit(), EarningsController::cursor).map(EarningsView::of);
    }

    @GetMapping("/totals")
    @Operation(summary = "What the caller's party has earned, by currency")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    Page<TotalView> totals(
            @Parameter(description = PARTY) @RequestParam @Nullable String party, Caller caller) {
        var totals = book.totals(EARNER.of(party, caller));
        return new Page<>(totals.stream().map(TotalView::of).toList(), null);
    }

    private static String cursor(Earnings earnings) {
        return new Place(earnings.lastReleasedAt(), earnings.subject()).toCursor();
    }

    record EarningsView(
            Earnings.Kind kind,
            @Schema(description = "The milestone, task or asset") UUID subjectId,
            @Schema(description = "Only of a milestone") @Nullable UUID contractId,
            Money gross,
            @Schema(description = "What the platform kept") Money fee,
            Money net,
            long releases,
            Instant lastReleasedAt,
            @Schema(description = "How fresh this is") Instant recordedAt) {
        static EarningsView of(Earnings earnings) {
            return new EarningsView(
                    earnings.kind(),
                    earnings.subject(),
                    earnings.contract(),
                    earnings.gross(),
                    earnings.fee(),
                    earnings.net(),
                    earnings.releases(),
                    earnings.lastReleasedAt(),
                    earnings.recordedAt());
        }
    }

    record TotalView(
            Money gross,
            Money fee,
            Money net,
            long releases,
            @Schema(description = "How fresh this is") Instant recordedAt) {
        static TotalView of(EarningsTotal total) {
            return new TotalView(
                    total.gross(), total.fee(), total.net(), total.releases(), total.recordedAt());
        }
    }
}
