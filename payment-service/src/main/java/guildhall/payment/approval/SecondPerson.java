package guildhall.payment.approval;

import guildhall.messages.money.Money;
import guildhall.payment.approval.Consent.Full;
import guildhall.payment.approval.Consent.Partial;
import guildhall.payment.approval.Consent.SamePerson;
import java.math.BigDecimal;

/**
 * From which amount on one approval is not enough.
 *
 * @param from in major units, so that it means about the same in every currency with and without
 *     cents
 */
public record SecondPerson(long from) {

    /** What one more approval makes of those that there are. */
    public Consent consent(Money amount, Approvals before, Ruling next) {
        if (before.areBy(next.by())) {
            return new SamePerson();
        }
        var approvals = before.and(next);
        var isEnough = approvals.rulings().size() > 1 || !isNeeded(amount);
        return isEnough ? new Full(approvals) : new Partial(approvals);
    }

    public boolean isNeeded(Money amount) {
        var digits = Math.max(0, amount.currency().getDefaultFractionDigits());
        return BigDecimal.valueOf(amount.minorUnits(), digits).compareTo(BigDecimal.valueOf(from))
                >= 0;
    }
}
