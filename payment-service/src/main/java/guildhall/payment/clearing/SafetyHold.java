package guildhall.payment.clearing;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.Pending;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The net amount of one release, waiting for its safety window to end. */
public record SafetyHold(
        EscrowId escrow,
        ReleaseId release,
        Side payee,
        Money amount,
        String description,
        Instant clearsAt) {

    public Set<Account> accounts() {
        return Set.of(pending(), available());
    }

    /** Posting rule 4. */
    public Journal cleared(Instant at) {
        return new Journal(
                new JournalSource(
                        "escrow", escrow.value(), "cleared:" + release + ":" + payee.party()),
                Reason.CLEARANCE,
                description,
                at,
                List.of(debit(pending(), amount), credit(available(), amount)));
    }

    SafetyHold clearingAt(Instant instant) {
        return new SafetyHold(escrow, release, payee, amount, description, instant);
    }

    private Account pending() {
        return new Pending(payee.party(), amount.currency());
    }

    private Account available() {
        return new Available(payee.party(), amount.currency());
    }
}
