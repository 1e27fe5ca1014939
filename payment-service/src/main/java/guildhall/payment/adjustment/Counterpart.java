package guildhall.payment.adjustment;

import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Account.ProcessorFees;
import guildhall.payment.ledger.Account.PromoExpense;
import guildhall.payment.ledger.Account.Suspense;
import java.util.Currency;

/** At whose expense, or to whose benefit, a wallet is adjusted by hand. */
public enum Counterpart {
    /** Goodwill. */
    PROMO_EXPENSE,
    /** A fee that was taken wrongly, or not taken. */
    FEE_REVENUE,
    /** A cost of the payment provider that is passed on or made good. */
    PROCESSOR_FEES,
    /** Money whose owner was found, or turned out to be unknown. */
    SUSPENSE;

    public Account account(Currency currency) {
        return switch (this) {
            case PROMO_EXPENSE -> new PromoExpense(currency);
            case FEE_REVENUE -> new FeeRevenue(currency);
            case PROCESSOR_FEES -> new ProcessorFees(currency);
            case SUSPENSE -> new Suspense(currency);
        };
    }
}
