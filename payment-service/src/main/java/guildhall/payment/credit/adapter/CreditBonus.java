package guildhall.payment.credit.adapter;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.payment.approval.Approvals;
import guildhall.payment.approval.Ruling;
import guildhall.payment.credit.LotId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Credits that the staff gives away, or wants to.
 *
 * @param id of the lot that it becomes
 * @param value in money
 * @param approvals of whoever asked for it and, if it is large, of somebody else
 * @param refusal only when it is rejected
 * @param expiresAt only when it is granted
 */
record CreditBonus(
        LotId id,
        Party owner,
        int units,
        Money value,
        Approvals approvals,
        @Nullable Ruling refusal,
        @Nullable Instant expiresAt) {
    enum Status {
        AWAITING_APPROVAL,
        GRANTED,
        REJECTED
    }

    Status status() {
        if (refusal != null) {
            return Status.REJECTED;
        }
        return expiresAt == null ? Status.AWAITING_APPROVAL : Status.GRANTED;
    }

    CreditBonus with(Approvals all) {
        return new CreditBonus(id, owner, units, value, all, refusal, expiresAt);
    }

    CreditBonus granted(Instant expiry) {
        return new CreditBonus(id, owner, units, value, approvals, null, expiry);
    }

    CreditBonus rejected(Ruling no) {
        return new CreditBonus(id, owner, units, value, approvals, no, null);
    }
}
