package guildhall.payment.credit.adapter;

import static guildhall.runtime.web.Problems.problem;
import static java.time.temporal.ChronoUnit.MICROS;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import guildhall.messages.party.Party;
import guildhall.messages.payment.CreditEvents.CreditBonusGrantedV1;
import guildhall.payment.approval.Approvals;
import guildhall.payment.approval.Consent.Full;
import guildhall.payment.approval.Consent.Partial;
import guildhall.payment.approval.Consent.SamePerson;
import guildhall.payment.approval.Ruling;
import guildhall.payment.approval.SecondPerson;
import guildhall.payment.credit.CreditCommand.AddCredits;
import guildhall.payment.credit.Lot;
import guildhall.payment.credit.LotId;
import guildhall.payment.credit.adapter.CreditBonus.Status;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.operate.OperatorDesk;
import guildhall.runtime.outbox.Outbox;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives credits away. Asking is the first approval, and for a small bonus the only one; a large one
 * waits for another person, who may reject it as well, and so may whoever asked. Locks the bonus,
 * then the account of its owner.
 */
@Component
class CreditBonusDesk {
    private final CreditTransactions credits;
    private final JdbcCreditBonuses bonuses;
    private final Rules rules;
    private final Records records;
    private final Clock clock;

    /** Who hears of a bonus. */
    @Component
    record Records(Outbox outbox, OperatorDesk audit) {}

    @Component
    record Rules(CreditProperties credits, SecondPerson secondPerson) {}

    CreditBonusDesk(
            CreditTransactions credits,
            JdbcCreditBonuses bonuses,
            Rules rules,
            Records records,
            Clock clock) {
        this.credits = credits;
        this.bonuses = bonuses;
        this.rules = rules;
        this.records = records;
        this.clock = clock;
    }

    /** Who wants it, and why. */
    record Act(Caller operator, String reason) {}

    @Transactional
    public CreditBonus ask(LotId id, Party owner, int units, Act act) {
        if (units > rules.credits().largestBonus()) {
            throw tooMany();
        }
        records.audit().record(act.operator(), "credit.bonus", owner + " " + units, act.reason());
        var value = rules.credits().bonusValue(units);
        var ruling = ruling(act);
        return switch (rules.secondPerson().consent(value, Approvals.NONE, ruling)) {
            case Full(var approvals) ->
                    grant(new CreditBonus(id, owner, units, value, approvals, null, null), ruling);
            case Partial(var approvals) -> {
                var waiting = new CreditBonus(id, owner, units, value, approvals, null, null);
                bonuses.add(waiting);
                yield waiting;
            }
            case SamePerson _ -> throw new IllegalStateException("Nobody has approved before");
        };
    }

    @Transactional
    public CreditBonus approve(LotId id, Act act) {
        var bonus = waiting(id);
        var ruling = ruling(act);
        return switch (rules.secondPerson().consent(bonus.value(), bonus.approvals(), ruling)) {
            case Full(var approvals) -> {
                records.audit()
                        .record(
                                act.operator(),
                                "credit.bonus-approve",
                                id.toString(),
                                act.reason());
                var granted = grant(bonus.with(approvals), ruling);
                bonuses.decided(granted, ruling);
                yield granted;
            }
            case Partial _ -> throw new IllegalStateException("Two are enough");
            case SamePerson _ ->
                    throw new Refusal(problem(CONFLICT, "payment/second-person-needed"));
        };
    }

    @Transactional
    public CreditBonus reject(LotId id, Act act) {
        var ruling = ruling(act);
        var rejected = waiting(id).rejected(ruling);
        records.audit().record(act.operator(), "credit.bonus-reject", id.toString(), act.reason());
        bonuses.decided(rejected, ruling);
        return rejected;
    }

    private CreditBonus waiting(LotId id) {
        var bonus =
                bonuses.lock(id)
                        .orElseThrow(() ->
                                new Refusal(problem(NOT_FOUND, "payment/unknown-credit-bonus")));
        if (bonus.status() != Status.AWAITING_APPROVAL) {
            throw new Refusal(problem(CONFLICT, "payment/credit-bonus-decided"));
        }
        return bonus;
    }

    /** The credits last from here on, not from when they were asked for. */
    private CreditBonus grant(CreditBonus bonus, Ruling last) {
        var expiresAt = last.at().plus(rules.credits().bonusExpiresAfter());
        var lot =
                new Lot(
                        bonus.id(),
                        Lot.Kind.BONUS,
                        bonus.units(),
                        bonus.value(),
                        expiresAt,
                        last.at());
        var outcome = credits.handle(bonus.owner(), new AddCredits(lot));
        switch (outcome.decision()) {
            case Rejected(_) -> throw tooMany();
            case Accepted(_) ->
                    records.outbox()
                            .add(
                                    new CreditBonusGrantedV1(
                                            bonus.owner(),
                                            lot.units(),
                                            outcome.account().available(),
                                            lot.expiresAt(),
                                            lot.addedAt()));
        }
        return bonus.granted(expiresAt);
    }

    private static Refusal tooMany() {
        return new Refusal(problem(UNPROCESSABLE_CONTENT, "payment/too-many-credits"));
    }

    private Ruling ruling(Act act) {
        return new Ruling(act.operator().user(), act.reason(), clock.instant().truncatedTo(MICROS));
    }
}
