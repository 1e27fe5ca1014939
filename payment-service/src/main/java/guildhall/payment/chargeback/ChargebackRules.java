package guildhall.payment.chargeback;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.messages.id.ChargebackId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import guildhall.payment.chargeback.ChargebackEvent.PaymentReturned;
import guildhall.payment.chargeback.ChargebackEvent.PaymentTakenBack;
import guildhall.payment.chargeback.ChargebackRejection.AmountDiffers;
import guildhall.payment.chargeback.ChargebackRejection.PaymentNotSettled;
import guildhall.payment.chargeback.ChargebackRejection.UnknownPayment;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.CashClearing;
import guildhall.payment.ledger.Account.CreditDeferred;
import guildhall.payment.ledger.Account.Receivable;
import guildhall.payment.ledger.Entry;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import guildhall.payment.topup.PaymentIntent;
import guildhall.payment.topup.PaymentIntent.Absent;
import guildhall.payment.topup.PaymentIntent.Requested;
import guildhall.payment.topup.PaymentIntent.Succeeded;
import guildhall.payment.topup.TopUp;
import guildhall.runtime.decide.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Posting rule 16. */
public final class ChargebackRules {

    /**
     * What is in the books.
     *
     * @param posted of the same dispute
     * @param gone of the payment, because of all its disputes
     */
    public record Before(Optional<Posted> posted, Money gone) {}

    /**
     * @param returned nothing as long as the dispute is not won
     */
    public record Posted(Money amount, Money returned) {}

    /** Nothing when all of it is posted already. */
    public static Decision<ChargebackEvent, ChargebackRejection> decide(
            ChargebackReport report, PaymentIntent payment, Before before) {
        return switch (payment) {
            case Succeeded(var topUp, _, _) ->
                    before.posted()
                            .map(posted -> decideAgain(report, topUp, posted))
                            .orElseGet(() -> decideFirst(report, topUp, before.gone()));
            case Requested _ -> reject(new PaymentNotSettled());
            case Absent _ -> reject(new UnknownPayment());
        };
    }

    private static Decision<ChargebackEvent, ChargebackRejection> decideFirst(
            ChargebackReport report, TopUp payment, Money gone) {
        if (!fits(report, payment.amount(), gone)) {
            return reject(new AmountDiffers());
        }
        var taken = new PaymentTakenBack(payment.owner(), report);
        return report.returned().isZero()
                ? accept(taken)
                : accept(taken, new PaymentReturned(payment.owner(), report));
    }

    private static boolean fits(ChargebackReport report, Money paid, Money gone) {
        var amount = report.amount();
        return amount.currency().equals(paid.currency())
                && !amount.isZero()
                && !paid.minus(gone).isLessThan(amount)
                && returnsNoMoreThanItTook(report);
    }

    private static boolean returnsNoMoreThanItTook(ChargebackReport report) {
        return report.returned().currency().equals(report.amount().currency())
                && !report.amount().isLessThan(report.returned());
    }

    private static Decision<ChargebackEvent, ChargebackRejection> decideAgain(
            ChargebackReport report, TopUp payment, Posted posted) {
        if (!report.amount().equals(posted.amount()) || !returnsNoMoreThanItTook(report)) {
            return reject(new AmountDiffers());
        }
        if (report.returned().isZero() || report.returned().equals(posted.returned())) {
            return accept();
        }
        return posted.returned().isZero()
                ? accept(new PaymentReturned(payment.owner(), report))
                : reject(new AmountDiffers());
    }

    /** What a chargeback is divided on and its journals touch. */
    public static Set<Account> accounts(Side owner, Currency currency) {
        return Set.of(
                wallet(owner, currency),
                debt(owner, currency),
                new CreditDeferred(currency),
                new CashClearing(currency));
    }

    /**
     * @param available in the wallet
     * @param revoked the worth of what had been bought and was not used up
     */
    public record Cover(Money available, Money revoked) {}

    /** Takes what is covered; the rest is owed. */
    public static Chargeback divide(
            ChargebackId id, PaymentTakenBack event, Cover cover, Instant at) {
        var rest = event.report().amount().minus(cover.revoked());
        var fromWallet = cover.available().isLessThan(rest) ? cover.available() : rest;
        return new Chargeback(
                id,
                event.owner(),
                event.report(),
                cover.revoked(),
                fromWallet,
                rest.minus(fromWallet),
                at);
    }

    public static Journal journal(Chargeback chargeback) {
        var amount = chargeback.report().amount();
        var currency = amount.currency();
        var entries = new ArrayList<Entry>();
        if (!chargeback.revoked().isZero()) {
            entries.add(debit(new CreditDeferred(currency), chargeback.revoked()));
        }
        if (!chargeback.fromWallet().isZero()) {
            entries.add(debit(wallet(chargeback.owner(), currency), chargeback.fromWallet()));
        }
        if (!chargeback.owed().isZero()) {
            entries.add(debit(debt(chargeback.owner(), currency), chargeback.owed()));
        }
        entries.add(credit(new CashClearing(currency), amount));
        return journal(
                new JournalSource("chargeback", chargeback.id().value(), "received"),
                "Chargeback",
                chargeback.at(),
                entries);
    }

    /**
     * Pays what the owner owes, and the rest into the wallet.
     *
     * @param debt the balance of RECEIVABLE in minor units, below zero for a debt
     */
    public static Journal journal(ChargebackId id, PaymentReturned event, long debt, Instant at) {
        var returned = event.report().returned();
        var currency = returned.currency();
        var recovered = new Money(Math.min(returned.minorUnits(), Math.max(0, -debt)), currency);
        var toWallet = returned.minus(recovered);
        var entries = new ArrayList<Entry>();
        entries.add(debit(new CashClearing(currency), returned));
        if (!recovered.isZero()) {
            entries.add(credit(debt(event.owner(), currency), recovered));
        }
        if (!toWallet.isZero()) {
            entries.add(credit(wallet(event.owner(), currency), toWallet));
        }
        return journal(
                new JournalSource("chargeback", id.value(), "returned"),
                "Chargeback won",
                at,
                entries);
    }

    private static Journal journal(
            JournalSource source, String description, Instant at, List<Entry> entries) {
        return new Journal(source, Reason.CHARGEBACK, description, at, entries);
    }

    public static Available wallet(Side owner, Currency currency) {
        return new Available(owner.party(), currency);
    }

    public static Receivable debt(Side owner, Currency currency) {
        return new Receivable(owner.party(), currency);
    }

    private ChargebackRules() {}
}
