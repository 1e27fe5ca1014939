package guildhall.payment.chargeback;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;

import guildhall.messages.id.ChargebackId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import guildhall.payment.chargeback.ChargebackRejection.AmountDiffers;
import guildhall.payment.chargeback.ChargebackRejection.PaymentNotSettled;
import guildhall.payment.chargeback.ChargebackRejection.UnknownPayment;
import guildhall.payment.chargeback.ChargebackReport.FeeCharged;
import guildhall.payment.chargeback.ChargebackReport.PaymentChargedBack;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.CashClearing;
import guildhall.payment.ledger.Account.ProcessorFees;
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
import java.util.Set;
import java.util.UUID;

/** Posting rule 16. */
public final class ChargebackRules {

    /** The payment that is meant, if so much of it can be taken back. */
    public static Decision<TopUp, ChargebackRejection> check(
            PaymentChargedBack report, PaymentIntent payment, Money takenBackBefore) {
        return switch (payment) {
            case Succeeded(var topUp, _, _) ->
                    fits(report.amount(), topUp.amount(), takenBackBefore)
                            ? Decision.accept(topUp)
                            : Decision.reject(new AmountDiffers());
            case Requested _ -> Decision.reject(new PaymentNotSettled());
            case Absent _ -> Decision.reject(new UnknownPayment());
        };
    }

    private static boolean fits(Money amount, Money paid, Money takenBackBefore) {
        return amount.currency().equals(paid.currency())
                && !amount.isZero()
                && !paid.minus(takenBackBefore).isLessThan(amount);
    }

    /** What a chargeback is divided on and its journal touches. */
    public static Set<Account> accounts(Side owner, Currency currency) {
        return Set.of(wallet(owner, currency), debt(owner, currency), new CashClearing(currency));
    }

    /** Takes what is available; the rest is owed. */
    public static Chargeback divide(
            ChargebackId id, Side owner, PaymentChargedBack report, Money available, Instant at) {
        var amount = report.amount();
        var fromWallet = available.isLessThan(amount) ? available : amount;
        return new Chargeback(id, owner, report, fromWallet, amount.minus(fromWallet), at);
    }

    public static Journal journal(Chargeback chargeback) {
        var amount = chargeback.report().amount();
        var currency = amount.currency();
        var entries = new ArrayList<Entry>();
        if (!chargeback.fromWallet().isZero()) {
            entries.add(debit(wallet(chargeback.owner(), currency), chargeback.fromWallet()));
        }
        if (!chargeback.owed().isZero()) {
            entries.add(debit(debt(chargeback.owner(), currency), chargeback.owed()));
        }
        entries.add(credit(new CashClearing(currency), amount));
        return new Journal(
                new JournalSource("chargeback", chargeback.id().value(), "received"),
                Reason.CHARGEBACK,
                "Chargeback",
                chargeback.at(),
                entries);
    }

    public static Set<Account> feeAccounts(Currency currency) {
        return Set.of(new ProcessorFees(currency), new CashClearing(currency));
    }

    /**
     * @param id ours of the fee
     */
    public static Journal journal(UUID id, FeeCharged fee, Instant at) {
        var currency = fee.amount().currency();
        return new Journal(
                new JournalSource("processor-fee", id, "charged"),
                Reason.PROCESSOR_FEE,
                "Fee of the provider",
                at,
                List.of(
                        debit(new ProcessorFees(currency), fee.amount()),
                        credit(new CashClearing(currency), fee.amount())));
    }

    public static Available wallet(Side owner, Currency currency) {
        return new Available(owner.party(), currency);
    }

    private static Receivable debt(Side owner, Currency currency) {
        return new Receivable(owner.party(), currency);
    }

    private ChargebackRules() {}
}
