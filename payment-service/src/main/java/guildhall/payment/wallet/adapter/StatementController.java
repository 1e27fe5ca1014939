package guildhall.payment.wallet.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import guildhall.payment.wallet.StatementCsv;
import guildhall.payment.wallet.StatementPeriod;
import guildhall.payment.wallet.Statements;
import guildhall.payment.wallet.Statements.Balance;
import guildhall.payment.wallet.Statements.Movement;
import guildhall.payment.wallet.Statements.Summary;
import guildhall.payment.wallet.WalletId;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/wallets/{currency}")
@Tag(name = "Wallets")
class StatementController {
    private final Statements statements;
    private final WalletProperties properties;
    private final Clock clock;

    StatementController(Statements statements, WalletProperties properties, Clock clock) {
        this.statements = statements;
        this.properties = properties;
        this.clock = clock;
    }

    @GetMapping("/balance")
    @Operation(
            summary = "What was in a wallet at a point in time",
            description = "Lines posted at that very moment are included; now when left out.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    BalanceView balance(
            @Parameter(schema = @Schema(type = "string", example = "USD")) @PathVariable
                    Currency currency,
            @Parameter(description = WalletController.PARTY) @RequestParam @Nullable String party,
            @RequestParam @Nullable Instant at,
            Caller caller) {
        var wallet = new WalletId(WalletAccess.owner(party, caller), currency);
        var moment = at == null ? clock.instant() : Period.reasonable(at, "at");
        return BalanceView.of(statements.balance(wallet, moment), currency, moment);
    }

    @GetMapping("/statement/summary")
    @Operation(
            summary = "Opening balance, movements and closing balance of a period",
            description = "The same lines as the statement: opening + in - out = closing.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    SummaryView summary(
            @Parameter(schema = @Schema(type = "string", example = "USD")) @PathVariable
                    Currency currency,
            @Parameter(description = WalletController.PARTY) @RequestParam @Nullable String party,
            @ParameterObject Period period,
            Caller caller) {
        var wallet = new WalletId(WalletAccess.owner(party, caller), currency);
        return SummaryView.of(statements.summary(period(wallet, period)), currency);
    }

    @GetMapping("/statement.csv")
    @Operation(
            summary = "A statement for spreadsheets, oldest line first",
            description =
                    "RFC 4180, amounts as decimals of the currency. Text that a spreadsheet could"
                            + " take for a formula is preceded by an apostrophe.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(implementation = String.class)))
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    @ApiResponse(
            responseCode = "422",
            description = "payment/statement-too-long: ask for a shorter period")
    void csv(
            @Parameter(schema = @Schema(type = "string", example = "USD")) @PathVariable
                    Currency currency,
            @Parameter(description = WalletController.PARTY) @RequestParam @Nullable String party,
            @ParameterObject Period period,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        var wallet = new WalletId(WalletAccess.owner(party, caller), currency);
        var wanted = period(wallet, period);
        if (statements.count(wanted, properties.csvLines() + 1L) > properties.csvLines()) {
            throw new Refusal(problem(UNPROCESSABLE_CONTENT, "payment/statement-too-long"));
        }
        response.setContentType("text/csv;charset=UTF-8;header=present");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"statement-" + currency.getCurrencyCode() + ".csv\"");
        write(wanted, response.getWriter());
    }

    /** A slow reader keeps a thread, which is cheap, and no connection to the database. */
    private void write(StatementPeriod period, Writer out) throws IOException {
        out.write(StatementCsv.HEADER);
        var after = 0L;
        var left = properties.csvLines();
        var page = statements.lines(period, after, Math.min(left, properties.csvBatch()));
        while (!page.isEmpty()) {
            for (var line : page) {
                out.write(StatementCsv.row(line));
            }
            left -= page.size();
            after = page.getLast().number();
            page =
                    left == 0
                            ? List.of()
                            : statements.lines(
                                    period, after, Math.min(left, properties.csvBatch()));
        }
        out.flush();
    }

    private StatementPeriod period(WalletId wallet, Period period) {
        return new StatementPeriod(wallet, period.start(), period.endOr(clock.instant()));
    }

    record BalanceView(AmountView available, AmountView pending, Instant at) {
        static BalanceView of(Balance balance, Currency currency, Instant at) {
            return new BalanceView(
                    AmountView.of(balance.available(), currency),
                    AmountView.of(balance.pending(), currency),
                    at);
        }
    }

    record SummaryView(MovementView available, MovementView pending) {
        static SummaryView of(Summary summary, Currency currency) {
            return new SummaryView(
                    MovementView.of(summary.available(), currency),
                    MovementView.of(summary.pending(), currency));
        }
    }

    @Schema(description = "opening + in - out = closing")
    record MovementView(AmountView opening, AmountView in, AmountView out, AmountView closing) {
        static MovementView of(Movement movement, Currency currency) {
            return new MovementView(
                    AmountView.of(movement.opening(), currency),
                    AmountView.of(movement.in(), currency),
                    AmountView.of(movement.out(), currency),
                    AmountView.of(movement.closing(), currency));
        }
    }

    @Schema(
            description =
                    "Minor units. Below zero only at the very moment of a movement that had waited"
                            + " for the one before it.")
    record AmountView(long amount, String currency) {
        static AmountView of(long minorUnits, Currency currency) {
            return new AmountView(minorUnits, currency.getCurrencyCode());
        }
    }
}
