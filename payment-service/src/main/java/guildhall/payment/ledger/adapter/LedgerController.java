package guildhall.payment.ledger.adapter;

import guildhall.payment.ledger.AccountCode;
import guildhall.payment.ledger.TrialBalance;
import guildhall.runtime.security.StaffOnly;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/ledger")
@StaffOnly({"FINANCE_OPS", "ADMIN"})
@Tag(name = "Ledger", description = "For finance staff")
class LedgerController {
    private final LedgerBooks books;
    private final Clock clock;

    LedgerController(LedgerBooks books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    @GetMapping("/trial-balance")
    @Operation(
            summary = "All balances by account code and currency",
            description =
                    "Debit and credit totals per code, whether they balance in every currency, and"
                            + " how far balances differ from the sum of their lines (always 0).")
    TrialBalanceView trialBalance() {
        return TrialBalanceView.of(books.trialBalance(), books.difference(), clock.instant());
    }

    record TrialBalanceView(
            boolean balanced,
            @Schema(description = "Minor units that do not add up, over all checks")
                    BigInteger difference,
            @Schema(description = "Credits minus debits by currency; all 0 when balanced")
                    Map<String, BigInteger> differences,
            List<RowView> rows,
            Instant asOf) {
        static TrialBalanceView of(TrialBalance balance, BigInteger difference, Instant asOf) {
            return new TrialBalanceView(
                    balance.isBalanced() && difference.signum() == 0,
                    difference,
                    balance.differences(),
                    balance.rows().stream().map(RowView::of).toList(),
                    asOf);
        }
    }

    record RowView(
            AccountCode code,
            String currency,
            long accounts,
            @Schema(description = "Minor units") BigInteger debit,
            @Schema(description = "Minor units") BigInteger credit) {
        static RowView of(TrialBalance.Row row) {
            return new RowView(
                    row.code(),
                    row.currency().getCurrencyCode(),
                    row.accounts(),
                    row.debit(),
                    row.credit());
        }
    }
}
