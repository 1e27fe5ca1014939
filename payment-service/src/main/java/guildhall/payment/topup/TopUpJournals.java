package guildhall.payment.topup;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;

import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.CashClearing;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import guildhall.payment.topup.TopUpEvent.TopUpSucceeded;
import java.util.List;
import java.util.Set;

/** Posting rule 1. */
public final class TopUpJournals {

    public static Set<Account> accounts(TopUp topUp) {
        return Set.of(cash(topUp), wallet(topUp));
    }

    public static Journal of(TopUpSucceeded event) {
        var topUp = event.topUp();
        return new Journal(
                new JournalSource("top-up", topUp.id().value(), "succeeded"),
                Reason.DEPOSIT,
                "Top-up",
                event.at(),
                List.of(debit(cash(topUp), topUp.amount()), credit(wallet(topUp), topUp.amount())));
    }

    private static Account cash(TopUp topUp) {
        return new CashClearing(topUp.amount().currency());
    }

    private static Account wallet(TopUp topUp) {
        return new Available(topUp.owner().party(), topUp.amount().currency());
    }

    private TopUpJournals() {}
}
