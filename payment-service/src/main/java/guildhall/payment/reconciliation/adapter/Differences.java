package guildhall.payment.reconciliation.adapter;

import guildhall.messages.money.Money;
import guildhall.messages.payment.ReconciliationEvents.ReconciliationDifferenceFoundV1;
import guildhall.messages.payment.ReconciliationEvents.ReconciliationDifferenceFoundV1.Direction;
import guildhall.payment.reconciliation.CashMovement;
import guildhall.payment.reconciliation.Difference;
import guildhall.payment.reconciliation.Difference.Absent;
import guildhall.payment.reconciliation.Difference.Found;
import guildhall.payment.reconciliation.Difference.Open;
import guildhall.payment.reconciliation.DifferenceCommand;
import guildhall.payment.reconciliation.DifferenceCommand.Explain;
import guildhall.payment.reconciliation.DifferenceDecider;
import guildhall.payment.reconciliation.DifferenceEvent;
import guildhall.payment.reconciliation.DifferenceRejection;
import guildhall.payment.reconciliation.Finding;
import guildhall.payment.reconciliation.Finding.Missing;
import guildhall.payment.reconciliation.Finding.Unexplained;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Decides about differences, stores what was decided, and tells of new ones. */
@Component
class Differences {
    private static final Logger LOG = LoggerFactory.getLogger(Differences.class);
    private static final DifferenceDecider DECIDER = new DifferenceDecider();

    private final JdbcDifferences rows;
    private final Outbox outbox;
    private final MeterRegistry meters;

    Differences(JdbcDifferences rows, Outbox outbox, MeterRegistry meters) {
        this.rows = rows;
        this.outbox = outbox;
        this.meters = meters;
    }

    /** In the present transaction, which has locked the book. */
    Decision<DifferenceEvent, DifferenceRejection> handle(DifferenceCommand command) {
        var before = rows.find(command.id());
        var decision = DECIDER.decide(command, before);
        if (decision instanceof Accepted(var events)) {
            var state = before;
            for (var event : events) {
                state = DECIDER.evolve(state, event);
                LOG.info("Difference {}: {}", command.id(), event.getClass().getSimpleName());
            }
            store(before, state);
        }
        return decision;
    }

    private void store(Difference before, Difference after) {
        switch (after) {
            case Open open when before instanceof Absent -> open(open);
            case Found found -> rows.write(found);
            case Absent _ -> {}
        }
    }

    private void open(Open difference) {
        rows.add(List.of(difference));
        outbox.add(message(difference));
        meters.counter(
                        "guildhall.payment.reconciliation.differences",
                        "finding",
                        name(difference.finding()))
                .increment();
    }

    /** Settles the differences about movements that have found their entries. */
    void explain(List<CashMovement> matched, Instant at) {
        var lines = new ArrayList<Long>();
        matched.forEach(movement -> lines.add(movement.line()));
        for (var difference : rows.unsettledOf(lines)) {
            handle(new Explain(difference.id(), at));
        }
    }

    private static ReconciliationDifferenceFoundV1 message(Open difference) {
        var finding = difference.finding();
        return new ReconciliationDifferenceFoundV1(
                difference.id().value(),
                finding.currency().getCurrencyCode(),
                name(finding),
                switch (finding) {
                    case Unexplained(var entry) -> entry.reference();
                    case Missing(var movement) -> movement.source().id().toString();
                },
                new Money(Math.absExact(finding.change()), finding.currency()),
                finding.change() > 0 ? Direction.IN : Direction.OUT,
                difference.foundAt());
    }

    static String name(Finding finding) {
        return switch (finding) {
            case Unexplained _ -> "UNEXPLAINED";
            case Missing _ -> "MISSING";
        };
    }
}
