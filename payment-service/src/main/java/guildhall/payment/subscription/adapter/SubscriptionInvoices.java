package guildhall.payment.subscription.adapter;

import guildhall.messages.id.InvoiceId;
import guildhall.messages.money.Money;
import guildhall.payment.invoice.InvoiceOffice;
import guildhall.payment.invoice.InvoiceOffice.Charge;
import guildhall.payment.invoice.Subject;
import guildhall.payment.subscription.Period;
import guildhall.payment.subscription.SubscriptionEvent;
import guildhall.payment.subscription.SubscriptionEvent.PaymentMissed;
import guildhall.payment.subscription.SubscriptionEvent.PeriodPaid;
import guildhall.payment.subscription.SubscriptionEvent.PlanChangeScheduled;
import guildhall.payment.subscription.SubscriptionEvent.SubscriptionCancelled;
import guildhall.payment.subscription.SubscriptionEvent.SubscriptionExpired;
import guildhall.payment.subscription.SubscriptionEvent.SubscriptionGivenUp;
import guildhall.payment.subscription.SubscriptionEvent.TrialPlanChanged;
import guildhall.payment.subscription.SubscriptionEvent.TrialStarted;
import guildhall.payment.subscription.SubscriptionEvent.Upgraded;
import guildhall.payment.subscription.Terms;
import guildhall.runtime.id.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/** One invoice per period, and one per upgrade. What costs nothing is not invoiced. */
@Component
class SubscriptionInvoices {
    private final InvoiceOffice office;

    SubscriptionInvoices(InvoiceOffice office) {
        this.office = office;
    }

    void lockNumbers() {
        office.lockNumbers();
    }

    void write(SubscriptionEvent event) {
        switch (event) {
            case PeriodPaid(var terms, _, _, _) when terms.plan().price().isZero() -> {}
            case PeriodPaid(var terms, var period, boolean wasMissed, var at) -> {
                if (wasMissed) {
                    office.settle(id(terms, period), at);
                } else {
                    office.issuePaid(List.of(charge(terms, period)), at);
                }
            }
            case PaymentMissed(var terms, var period, int failures, var next, var at) -> {
                if (failures == 1) {
                    office.issue(charge(terms, period), at, next);
                }
            }
            case SubscriptionGivenUp(var terms, var period, var at) ->
                    office.writeOff(id(terms, period), "The subscription ended unpaid", at);
            case Upgraded upgraded when upgraded.paid().isZero() -> {}
            case Upgraded upgraded -> office.issuePaid(List.of(charge(upgraded)), upgraded.at());
            case TrialStarted _,
                    TrialPlanChanged _,
                    PlanChangeScheduled _,
                    SubscriptionCancelled _,
                    SubscriptionExpired _ -> {}
        }
    }

    private static InvoiceId id(Terms terms, Period period) {
        return new InvoiceId(Ids.derived("subscription-period", terms.id(), period.start()));
    }

    private static Charge charge(Terms terms, Period period) {
        var id = id(terms, period);
        return new Charge(
                id,
                new Subject("subscription", id.value()),
                terms.subscriber().party(),
                "Subscription %s, %s to %s"
                        .formatted(
                                terms.plan().id(),
                                date(period.start()),
                                date(period.end()).minusDays(1)),
                terms.plan().price());
    }

    private static Charge charge(Upgraded event) {
        Money paid = event.paid();
        var terms = event.terms();
        var id = new InvoiceId(Ids.derived("subscription-upgrade", terms.id(), event.change()));
        return new Charge(
                id,
                new Subject("subscription", id.value()),
                terms.subscriber().party(),
                "Upgrade to %s until %s"
                        .formatted(terms.plan().id(), date(event.period().end()).minusDays(1)),
                paid);
    }

    private static LocalDate date(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
