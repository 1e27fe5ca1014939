package guildhall.payment.referral;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;

import guildhall.messages.id.ReferralId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.PromoExpense;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What somebody gets for bringing somebody else. The amount is above zero. */
public record ReferralReward(ReferralId id, Side beneficiary, Money amount, Instant at) {
    public ReferralReward {
        if (amount.isZero()) {
            throw new IllegalArgumentException("A reward of nothing");
        }
    }

    public Set<Account> accounts() {
        return Set.of(expense(), wallet());
    }

    /** Posting rule 15. */
    public Journal journal() {
        return new Journal(
                new JournalSource("referral", id.value(), "paid"),
                Reason.REFERRAL_REWARD,
                "Referral reward",
                at,
                List.of(debit(expense(), amount), credit(wallet(), amount)));
    }

    /** Whether both mean the same payment. */
    boolean sameAs(ReferralReward other) {
        return id.equals(other.id)
                && beneficiary.party().equals(other.beneficiary.party())
                && amount.equals(other.amount);
    }

    private Account expense() {
        return new PromoExpense(amount.currency());
    }

    private Account wallet() {
        return new Available(beneficiary.party(), amount.currency());
    }
}
