package guildhall.payment.credit.adapter;

import static guildhall.runtime.web.Problems.problem;
import static java.time.temporal.ChronoUnit.MICROS;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.payment.CreditEvents.CreditBonusGrantedV1;
import guildhall.payment.credit.CreditCommand.AddCredits;
import guildhall.payment.credit.Lot;
import guildhall.payment.credit.LotId;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.idempotency.IdempotencyKey;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.operate.OperatorDesk;
import guildhall.runtime.outbox.Outbox;
import guildhall.runtime.security.Caller;
import guildhall.runtime.security.StaffOnly;
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
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
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
    private final CreditTransactions credits;
    private final CreditProperties properties;
    private final Records records;
    private final TransactionOperations transactions;
    private final Clock clock;

    /** Who hears of a bonus. */
    @Component
    record Records(Outbox outbox, OperatorDesk audit) {}

    CreditBonusController(
            CreditTransactions credits,
            CreditProperties properties,
            Records records,
            TransactionOperations transactions,
            Clock clock) {
        this.credits = credits;
        this.properties = properties;
        this.records = records;
        this.transactions = transactions;
        this.clock = clock;
    }

    @PostMapping
    @Idempotent(required = true)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Give a party credits that expire",
            description = "Written to the audit with its reason.")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "422", description = "More than the settings allow")
    BonusView grant(@Valid @RequestBody BonusRequest request, IdempotencyKey key, Caller caller) {
        var reason = PlainText.required("/reason", request.reason());
        if (request.party().type() == PartyType.PLATFORM) {
            throw Refusal.field("/party/type", "must not be the platform");
        }
        if (request.units() > properties.largestBonus()) {
            throw tooMany();
        }
        var owner = new Party(request.party().type(), request.party().id());
        var now = clock.instant().truncatedTo(MICROS);
        var lot =
                new Lot(
                        new LotId(key.id()),
                        Lot.Kind.BONUS,
                        request.units(),
                        properties.bonusValue(request.units()),
                        now.plus(properties.bonusExpiresAfter()),
                        now);
        transactions.executeWithoutResult(_ -> grant(owner, lot, reason, caller));
        return new BonusView(lot.id().value(), owner, lot.units(), lot.expiresAt());
    }

    private void grant(Party owner, Lot lot, String reason, Caller caller) {
        var outcome = credits.handle(owner, new AddCredits(lot));
        switch (outcome.decision()) {
            case Rejected(_) -> throw tooMany();
            case Accepted(var events) when events.isEmpty() -> {}
            case Accepted(_) -> {
                records.audit().record(caller, "credit.bonus", owner + " " + lot.units(), reason);
                records.outbox()
                        .add(
                                new CreditBonusGrantedV1(
                                        owner,
                                        lot.units(),
                                        outcome.account().available(),
                                        lot.expiresAt(),
                                        lot.addedAt()));
            }
        }
    }

    private static Refusal tooMany() {
        return new Refusal(problem(UNPROCESSABLE_CONTENT, "payment/too-many-credits"));
    }

    record BonusRequest(
            @NotNull @Valid PartyBody party,
            @Min(1) int units,
            @Schema(example = "Sorry for the delay") @NotBlank @Size(max = 500) String reason) {}

    record PartyBody(@NotNull PartyType type, @NotNull UUID id) {}

    record BonusView(UUID id, Party owner, int units, Instant expiresAt) {}
}
