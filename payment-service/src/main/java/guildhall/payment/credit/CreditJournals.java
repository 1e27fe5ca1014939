package guildhall.payment.credit;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;

import guildhall.messages.money.Money;
import guildhall.payment.credit.CreditEvent.CreditsAdded;
import guildhall.payment.credit.CreditEvent.CreditsConsumed;
import guildhall.payment.credit.CreditEvent.CreditsExpired;
import guildhall.payment.credit.CreditEvent.CreditsReleased;
import guildhall.payment.credit.CreditEvent.CreditsReserved;
import guildhall.payment.credit.CreditEvent.CreditsRevoked;
import guildhall.payment.credit.CreditEvent.Split;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.CashClearing;
import guildhall.payment.ledger.Account.CreditDeferred;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Account.Pending;
import guildhall.payment.ledger.Account.PromoExpense;
import guildhall.payment.ledger.Entry;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Posting rules 9, 11 and 12. Reserving and releasing moves no money. */
public final class CreditJournals {

    /** Empty when the event moved no money. */
    public static Optional<Journal> of(CreditEvent event) {
        return switch (event) {
            case CreditsAdded(var lot) when lot.value().isZero() -> Optional.empty();
            case CreditsAdded(var lot) -> Optional.of(added(lot));
            case CreditsExpired(var part, _) when part.value().isZero() -> Optional.empty();
            // One lot can expire in parts, as reservations of it are released.
            case CreditsExpired(var part, var at) ->
                    Optional.of(
                            new Journal(
                                    source("credit-lot", part.lot().value(), "expired:" + at),
                                    Reason.CREDIT_BONUS,
                                    "Bonus credits expired",
                                    at,
                                    List.of(
                                            debit(deferred(part.value()), part.value()),
                                            credit(promo(part.value()), part.value()))));
            case CreditsConsumed consumed when consumed.split().value().isZero() ->
                    Optional.empty();
            case CreditsConsumed consumed -> Optional.of(consumed(consumed));
            // The chargeback posts it, together with what the owner has to pay for the rest.
            case CreditsRevoked _ -> Optional.empty();
            case CreditsReserved _, CreditsReleased _ -> Optional.empty();
        };
    }

    private static Journal added(Lot lot) {
        var value = lot.value();
        return switch (lot.kind()) {
            case PURCHASE ->
                    journal(
                            lot,
                            Reason.CREDIT_PURCHASE,
                            "Purchase of credits",
                            new CashClearing(value.currency()));
            case BONUS -> journal(lot, Reason.CREDIT_BONUS, "Bonus credits", promo(value));
        };
    }

    private static Journal journal(Lot lot, Reason reason, String description, Account from) {
        return new Journal(
                source("credit-lot", lot.id().value(), "added"),
                reason,
                description,
                lot.addedAt(),
                List.of(debit(from, lot.value()), credit(deferred(lot.value()), lot.value())));
    }

    private static Journal consumed(CreditsConsumed event) {
        var split = event.split();
        var entries = new ArrayList<Entry>();
        entries.add(debit(deferred(split.value()), split.value()));
        if (!split.talentShare().isZero()) {
            entries.add(credit(pending(event), split.talentShare()));
        }
        if (!split.fee().isZero()) {
            entries.add(credit(revenue(split), split.fee()));
        }
        return new Journal(
                source("credit-task", event.task().value(), "consumed"),
                Reason.CREDIT_CONSUMPTION,
                event.title(),
                event.at(),
                entries);
    }

    private static Account pending(CreditsConsumed event) {
        return new Pending(event.talent().party(), event.split().value().currency());
    }

    private static Account revenue(Split split) {
        return new FeeRevenue(split.value().currency());
    }

    private static Account deferred(Money value) {
        return new CreditDeferred(value.currency());
    }

    private static Account promo(Money value) {
        return new PromoExpense(value.currency());
    }

    private static JournalSource source(String type, UUID id, String step) {
        return new JournalSource(type, id, step);
    }

    private CreditJournals() {}
}
