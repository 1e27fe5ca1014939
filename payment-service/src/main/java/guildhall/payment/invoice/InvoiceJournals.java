package guildhall.payment.invoice;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;

import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** An invoice of the platform that its recipient pays from the wallet. */
public final class InvoiceJournals {

    public static Set<Account> accounts(Bill bill) {
        return Set.of(wallet(bill), revenue(bill));
    }

    public static Journal paid(Bill bill, Issue issue, Instant at) {
        return new Journal(
                new JournalSource("invoice", bill.id().value(), "paid"),
                Reason.INVOICE,
                "Invoice " + issue.number(),
                at,
                List.of(debit(wallet(bill), bill.total()), credit(revenue(bill), bill.total())));
    }

    private static Account wallet(Bill bill) {
        return new Available(bill.recipient().party(), bill.total().currency());
    }

    private static Account revenue(Bill bill) {
        return new FeeRevenue(bill.total().currency());
    }

    private InvoiceJournals() {}
}
