package guildhall.payment.fee.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.FORBIDDEN;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.payment.fee.ContractKind;
import guildhall.payment.fee.FeeBasis;
import guildhall.payment.fee.FeeQuote;
import guildhall.payment.fee.FeeSchedules;
import guildhall.payment.fee.Pair;
import guildhall.payment.fee.PairBillings;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Amounts;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/fee-previews")
@Tag(name = "Fees")
class FeePreviewController {
    private static final long LARGEST = 1_000_000_000_000_000L;

    private final FeeSchedules schedules;
    private final PairBillings billings;
    private final Clock clock;

    FeePreviewController(FeeSchedules schedules, PairBillings billings, Clock clock) {
        this.schedules = schedules;
        this.billings = billings;
        this.clock = clock;
    }

    @PostMapping
    @Operation(
            summary = "What a payment would cost",
            description =
                    "What the buyer pays on top when this amount is funded now, and the fee when"
                            + " all of it is released before anything else is. The caller must be"
                            + " one of the two, or finance staff. Nothing is stored.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The caller is neither of the two")
    FeePreviewView preview(@Valid @RequestBody FeePreviewRequest request, Caller caller) {
        var gross = Amounts.positive("/amount", request.amount());
        if (gross.minorUnits() > LARGEST) {
            throw Refusal.field("/amount/amount", "must be at most " + LARGEST);
        }
        Amounts.ofCountry("/amount/currency", gross.currency());
        var pair = new Pair(request.client().party(), request.talent().party(), gross.currency());
        if (!caller.actsFor(pair.client())
                && !caller.actsFor(pair.talent())
                && !caller.isStaff("FINANCE_OPS", "ADMIN")) {
            throw new Refusal(problem(FORBIDDEN, "payment/not-a-party"));
        }
        var basis = request.basis();
        var schedule =
                schedules
                        .of(basis, clock.instant())
                        .orElseThrow(() -> Refusal.field("/scheduleVersion", "is not known"));
        var billed = billings.billedBy(pair);
        return FeePreviewView.of(
                billed,
                schedule.quote(basis, billed, gross),
                schedule.pricing(basis, gross).buyerFee());
    }

    record FeePreviewRequest(
            @NotNull @Valid PartyBody client,
            @NotNull @Valid PartyBody talent,
            @NotNull Money amount,
            @Schema(description = "FIXED when absent") @Nullable ContractKind kind,
            @Schema(description = "The one in force when absent") @Size(max = 100)
                    @Nullable String scheduleVersion,
            @Schema(description = "0 when absent") @Min(0) @Max(100) @Nullable Integer sellerLevel,
            @Schema(description = "None when absent") @Size(max = 100)
                    @Nullable String sellerPlan) {
        FeeBasis basis() {
            return FeeBasis.of(
                    kind == null ? ContractKind.FIXED : kind,
                    scheduleVersion,
                    sellerLevel,
                    sellerPlan);
        }
    }

    record PartyBody(@NotNull PartyType type, @NotNull UUID id) {
        Party party() {
            return new Party(type, id);
        }
    }

    record FeePreviewView(
            Money gross,
            Money fee,
            Money net,
            @Schema(description = "What the buyer pays on top") Money buyerFee,
            @Schema(description = "What the buyer pays in all") Money total,
            Money billedBefore,
            String scheduleVersion,
            List<PartView> parts) {
        static FeePreviewView of(Money billed, FeeQuote quote, Money buyerFee) {
            return new FeePreviewView(
                    quote.gross(),
                    quote.fee(),
                    quote.net(),
                    buyerFee,
                    quote.gross().plus(buyerFee),
                    billed,
                    quote.schedule(),
                    quote.parts().stream()
                            .map(part -> new PartView(part.basisPoints(), part.amount()))
                            .toList());
        }
    }

    /** The part of the amount that one rate applies to. */
    record PartView(int basisPoints, Money amount) {}
}
