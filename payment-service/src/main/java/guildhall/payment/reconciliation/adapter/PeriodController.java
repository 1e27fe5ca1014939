package guildhall.payment.reconciliation.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import guildhall.payment.reconciliation.PeriodReport;
import guildhall.payment.reconciliation.adapter.PeriodDesk.Wish;
import guildhall.runtime.idempotency.IdempotencyKey;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.list.Place;
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
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/reconciliation/periods")
@StaffOnly({"FINANCE_OPS", "ADMIN"})
@Tag(name = "Reconciliation", description = "For finance staff")
class PeriodController {
    private final PeriodDesk desk;
    private final JdbcPeriods periods;

    PeriodController(PeriodDesk desk, JdbcPeriods periods) {
        this.desk = desk;
        this.periods = periods;
    }

    @PostMapping
    @Idempotent(required = true)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Close the period of a currency up to the end of a statement",
            description =
                    "Only when everything before that is matched, no difference is open, and the"
                            + " provider holds what our books say. Cannot be undone: what becomes"
                            + " known later counts in the period after it.")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description =
                    "payment/period-closed, payment/no-statement-ends-there,"
                            + " payment/differences-open or payment/period-does-not-add-up")
    ResponseEntity<PeriodReport> close(
            @Valid @RequestBody CloseRequest request, IdempotencyKey key, Caller caller) {
        if (request.until().isBefore(Instant.EPOCH)) {
            throw Refusal.field("/until", "must be the end of a statement");
        }
        var until = request.until().truncatedTo(ChronoUnit.MICROS);
        var reason = PlainText.clean(request.reason());
        var report = desk.close(new Wish(key.id(), request.currency(), until, reason), caller);
        return ResponseEntity.created(URI.create("/v1/reconciliation/periods/" + report.id()))
                .body(report);
    }

    @GetMapping
    @Operation(summary = "Reports of closed periods, the latest first")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    Page<PeriodReport> list(Paging paging) {
        return Page.of(
                periods.list(paging.place(), paging.rows()),
                paging.limit(),
                report -> new Place(report.until(), report.id()).toCursor());
    }

    @GetMapping("/{id}")
    @Operation(summary = "The report of a closed period")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    PeriodReport show(@PathVariable UUID id) {
        return periods.find(id)
                .orElseThrow(() -> new Refusal(problem(NOT_FOUND, "payment/unknown-period")));
    }

    record CloseRequest(
            @Schema(type = "string", example = "USD") @NotNull Currency currency,
            @Schema(description = "The end of an imported statement") @NotNull @PastOrPresent
                    Instant until,
            @NotBlank @Size(max = 500) String reason) {}
}
