package guildhall.payment.reconciliation.adapter;

import static guildhall.runtime.web.Problems.problem;
import static java.time.temporal.ChronoUnit.MICROS;
import static org.springframework.http.HttpStatus.CONFLICT;

import guildhall.messages.payment.ReconciliationEvents.ReconciliationPeriodClosedV1;
import guildhall.payment.reconciliation.PeriodClosing;
import guildhall.payment.reconciliation.PeriodClosing.Refusal.AlreadyClosed;
import guildhall.payment.reconciliation.PeriodClosing.Refusal.DoesNotAddUp;
import guildhall.payment.reconciliation.PeriodClosing.Refusal.NoStatement;
import guildhall.payment.reconciliation.PeriodClosing.Refusal.NotSettled;
import guildhall.payment.reconciliation.PeriodClosing.Request;
import guildhall.payment.reconciliation.PeriodReport;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.operate.OperatorDesk;
import guildhall.runtime.outbox.Outbox;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes periods. */
@Component
class PeriodDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PeriodDesk.class);

    private final CashBooks books;
    private final JdbcPeriods periods;
    private final OperatorDesk operators;
    private final Outbox outbox;
    private final Clock clock;

    PeriodDesk(
            CashBooks books,
            JdbcPeriods periods,
            OperatorDesk operators,
            Outbox outbox,
            Clock clock) {
        this.books = books;
        this.periods = periods;
        this.operators = operators;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What somebody wants closed. */
    record Wish(UUID id, Currency currency, Instant until, String reason) {}

    @Transactional
    public PeriodReport close(Wish wish, Caller caller) {
        books.lock(wish.currency());
        var target = "period/%s/%s".formatted(wish.currency(), wish.until());
        operators.record(caller, "reconciliation.close", target, wish.reason());
        books.takeOverAll(wish.currency());
        return decide(wish, caller).getFirst();
    }

    private List<PeriodReport> decide(Wish wish, Caller caller) {
        var now = clock.instant().truncatedTo(MICROS);
        var request = new Request(wish.id(), wish.currency(), wish.until(), caller.user(), now);
        var facts = periods.facts(wish.currency(), wish.until());
        return switch (PeriodClosing.decide(request, facts)) {
            case Accepted(var reports) -> {
                reports.forEach(this::keep);
                yield reports;
            }
            case Rejected(var reason) -> throw new Refusal(problemOf(reason));
        };
    }

    private void keep(PeriodReport report) {
        periods.add(report);
        outbox.add(
                new ReconciliationPeriodClosedV1(
                        report.id(),
                        report.currency().getCurrencyCode(),
                        report.from(),
                        report.until(),
                        report.closing(),
                        report.closedAt()));
        LOG.info("The books of {} are closed until {}", report.currency(), report.until());
    }

    private static ProblemDetail problemOf(PeriodClosing.Refusal refusal) {
        return switch (refusal) {
            case AlreadyClosed(var until) -> {
                var problem = problem(CONFLICT, "payment/period-closed");
                problem.setProperty("closedUntil", until);
                yield problem;
            }
            case NoStatement _ -> problem(CONFLICT, "payment/no-statement-ends-there");
            case NotSettled(var unmatched, var differences) -> {
                var problem = problem(CONFLICT, "payment/differences-open");
                problem.setProperty("unmatched", unmatched);
                problem.setProperty("openDifferences", differences);
                yield problem;
            }
            case DoesNotAddUp(var statement, var ledger) -> {
                var problem = problem(CONFLICT, "payment/period-does-not-add-up");
                problem.setProperty("statementDifference", statement);
                problem.setProperty("ledgerDifference", ledger);
                yield problem;
            }
        };
    }
}
