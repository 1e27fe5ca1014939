package guildhall.payment.chargeback;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.Receivable;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Takes what a party owes out of what has come into its wallet since, wherever from: the other half
 * of posting rule 16.
 */
public record DebtRecovery(Party party, Currency currency) {
    public Set<Account> accounts() {
        return Set.of(wallet(), debt());
    }

    public Account wallet() {
        return new Available(party, currency);
    }

    public Account debt() {
        return new Receivable(party, currency);
    }

    /**
     * @param id of this recovery
     * @param available balance of the wallet, in minor units
     * @param debt balance of RECEIVABLE, in minor units: below zero while the party owes
     * @return empty when there is nothing to take, or nothing to take it from
     */
    public Optional<Journal> journal(UUID id, long available, long debt, Instant at) {
        var recovered = Math.min(available, -Math.min(debt, 0));
        if (recovered == 0) {
            return Optional.empty();
        }
        var amount = new Money(recovered, currency);
        return Optional.of(
                new Journal(
                        new JournalSource("debt-recovery", id, "recovered"),
                        Reason.DEBT_RECOVERY,
                        "Debt paid off",
                        at,
                        List.of(debit(wallet(), amount), credit(debt(), amount))));
    }
}
