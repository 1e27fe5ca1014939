package guildhall.payment.ledger.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import guildhall.payment.ledger.AccountCode;
import guildhall.payment.ledger.adapter.LedgerExplorer.Wanted;
import guildhall.payment.ledger.adapter.LedgerViews.AccountView;
import guildhall.payment.ledger.adapter.LedgerViews.JournalView;
import guildhall.payment.ledger.adapter.LedgerViews.LineView;
import guildhall.payment.ledger.adapter.LedgerViews.WholeJournalView;
import guildhall.runtime.security.StaffOnly;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything in the ledger, to look at only. */
@RestController
@RequestMapping("/v1/ledger")
@StaffOnly({"FINANCE_OPS", "COMPLIANCE", "SUPPORT_AGENT", "ADMIN"})
@Tag(name = "Ledger", description = "For finance staff")
class LedgerExplorerController {
    /** What the database can hold. */
    private static final String PRINTABLE = "[^\\x00-\\x1F\\x7F]*";

    private static final String ID = "900719925474";
    private static final UUID LAST = new UUID(-1, -1);

    private final LedgerExplorer explorer;

    LedgerExplorerController(LedgerExplorer explorer) {
        this.explorer = explorer;
    }

    @GetMapping("/accounts")
    @Operation(
            summary = "Accounts by code, owner and currency",
            description = "An owner is a party such as TALENT:<id>, or the id of an escrow.")
    Page<AccountView> accounts(
            @RequestParam @Nullable AccountCode code,
            @RequestParam @Size(max = 100) @Pattern(regexp = PRINTABLE) @Nullable String owner,
            @Parameter(schema = @Schema(type = "string", example = "USD")) @RequestParam
                    @Nullable Currency currency,
            Paging paging) {
        var wanted = new Wanted(code, owner, currency == null ? null : currency.getCurrencyCode());
        var rows = explorer.accounts(wanted, after(paging), paging.rows());
        return Page.of(rows, paging.limit(), row -> Long.toString(row.id())).map(AccountView::of);
    }

    @GetMapping("/accounts/{id}")
    @Operation(summary = "One account and its balance")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "payment/unknown-account")
    AccountView account(
            @Parameter(schema = @Schema(type = "integer", format = "int64", example = ID))
                    @PathVariable
                    long id) {
        return explorer.account(id)
                .map(AccountView::of)
                .orElseThrow(() -> new Refusal(problem(NOT_FOUND, "payment/unknown-account")));
    }

    @GetMapping("/accounts/{id}/lines")
    @Operation(summary = "What was posted to an account, newest first")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "payment/unknown-account")
    Page<LineView> lines(
            @Parameter(schema = @Schema(type = "integer", format = "int64", example = ID))
                    @PathVariable
                    long id,
            Paging paging) {
        var before = paging.beforeNumber();
        account(id);
        var rows = explorer.lines(id, before, paging.rows());
        return Page.of(rows, paging.limit(), row -> Long.toString(row.number())).map(LineView::of);
    }

    @GetMapping("/journals/{id}")
    @Operation(summary = "One journal with all its lines and its place in the hash chain")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "payment/unknown-journal")
    WholeJournalView journal(@PathVariable UUID id) {
        var journal =
                explorer.journal(id)
                        .orElseThrow(
                                () -> new Refusal(problem(NOT_FOUND, "payment/unknown-journal")));
        return WholeJournalView.of(journal, explorer.linesOf(id), explorer.seal(id).orElse(null));
    }

    @GetMapping("/journals")
    @Operation(
            summary = "Journals by any reference, newest first",
            description =
                    "The id of an escrow, contract, top-up, release, refund, adjustment or journal,"
                            + " the reference of a provider, or a party with or without its type."
                            + " What a step names is found a moment after it was posted.")
    Page<JournalView> search(
            @Parameter(example = "0197a6c2-0000-7000-8000-000000000001")
                    @RequestParam
                    @NotBlank
                    @Size(max = 200)
                    @Pattern(regexp = PRINTABLE)
                    String reference,
            Paging paging) {
        var before =
                paging.cursor()
                        .map(cursor -> Reference.uuid(cursor).orElseThrow(Paging::badCursor))
                        .orElse(LAST);
        var rows = explorer.search(new Reference(reference.strip()), before, paging.rows());
        return Page.of(rows, paging.limit(), row -> row.id().toString()).map(JournalView::of);
    }

    /** This list counts up, from 1. */
    private static long after(Paging paging) {
        return paging.cursor().isEmpty() ? 0 : paging.beforeNumber();
    }
}
