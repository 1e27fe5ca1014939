package guildhall.payment.reconciliation.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import guildhall.messages.id.UserId;
import guildhall.payment.reconciliation.StatementEntry;
import guildhall.payment.reconciliation.StatementUnavailableException;
import guildhall.payment.reconciliation.adapter.JdbcEntries.Listed;
import guildhall.payment.reconciliation.adapter.JdbcProviderStatements.Imported;
import guildhall.runtime.list.Place;
import guildhall.runtime.security.Caller;
import guildhall.runtime.security.StaffOnly;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
@RequestMapping("/v1/reconciliation/statements")
@StaffOnly({"FINANCE_OPS", "ADMIN"})
@Tag(name = "Reconciliation", description = "For finance staff")
class ProviderStatementController {
    private final StatementsNow now;
    private final JdbcProviderStatements statements;
    private final JdbcEntries entries;

    ProviderStatementController(
            StatementsNow now, JdbcProviderStatements statements, JdbcEntries entries) {
        this.now = now;
        this.statements = statements;
        this.entries = entries;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Import the provider's statement up to now and match it",
            description =
                    "Happens by itself once a day. Entries that were imported before change"
                            + " nothing.")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "503",
            description = "payment/provider-unavailable: the provider does not answer")
    ResponseEntity<StatementView> take(@Valid @RequestBody ImportRequest request, Caller caller) {
        try {
            var imported = now.importAndMatch(request.currency(), caller.user());
            return ResponseEntity.created(
                            URI.create("/v1/reconciliation/statements/" + imported.id()))
                    .body(StatementView.of(imported));
        } catch (StatementUnavailableException _) {
            throw new Refusal(problem(SERVICE_UNAVAILABLE, "payment/provider-unavailable"))
                    .retryAfter(60);
        }
    }

    @GetMapping
    @Operation(summary = "Imported statements, those that reach furthest first")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    Page<StatementView> list(Paging paging) {
        return Page.of(
                        statements.list(paging.place(), paging.rows()),
                        paging.limit(),
                        imported -> new Place(imported.until(), imported.id()).toCursor())
                .map(StatementView::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One statement")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    StatementView show(@PathVariable UUID id) {
        return StatementView.of(find(id));
    }

    @GetMapping("/{id}/entries")
    @Operation(
            summary = "The entries that a statement brought, and what they were matched as",
            description = "Entries that an earlier statement had brought are listed there.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    Page<EntryView> entries(@PathVariable UUID id, Paging paging) {
        var after = after(paging);
        var found = entries.ofStatement(find(id).id(), after, paging.rows());
        return Page.of(found, paging.limit(), listed -> Long.toString(listed.number()))
                .map(EntryView::of);
    }

    private static long after(Paging paging) {
        return paging.cursor().isEmpty() ? 0 : paging.beforeNumber();
    }

    private Imported find(UUID id) {
        return statements
                .find(id)
                .orElseThrow(() -> new Refusal(problem(NOT_FOUND, "payment/unknown-statement")));
    }

    record ImportRequest(@Schema(type = "string", example = "USD") @NotNull Currency currency) {}

    record StatementView(
            UUID id,
            String provider,
            String currency,
            Instant from,
            Instant until,
            @Schema(description = "What the provider held for us at the end, in minor units")
                    long closingBalance,
            @Schema(description = "Entries that no earlier statement had brought") int newEntries,
            int knownEntries,
            @Schema(description = "What all entries lack to the closing balance; 0 when complete")
                    long difference,
            Instant importedAt,
            @Schema(description = "Absent when it was imported by itself")
                    @Nullable UserId importedBy) {
        static StatementView of(Imported imported) {
            return new StatementView(
                    imported.id(),
                    imported.provider(),
                    imported.currency().getCurrencyCode(),
                    imported.from(),
                    imported.until(),
                    imported.closingBalance(),
                    imported.newEntries(),
                    imported.knownEntries(),
                    imported.difference(),
                    imported.importedAt(),
                    imported.importedBy());
        }
    }

    record EntryView(
            String id,
            StatementEntry.Kind kind,
            String reference,
            @Schema(description = "Minor units; above zero when the provider holds more for us")
                    long change,
            String currency,
            Instant bookedAt,
            @Schema(description = "Absent while it waits for its counterpart")
                    @Nullable String matchedAs) {
        static EntryView of(Listed listed) {
            var entry = listed.entry();
            return new EntryView(
                    entry.id(),
                    entry.kind(),
                    entry.reference(),
                    entry.change(),
                    entry.currency().getCurrencyCode(),
                    entry.bookedAt(),
                    listed.match());
        }
    }
}
