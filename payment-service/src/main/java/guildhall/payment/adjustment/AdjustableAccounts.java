package guildhall.payment.adjustment;

import guildhall.messages.party.Party;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.CashClearing;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Account.ProcessorFees;
import guildhall.payment.ledger.Account.PromoExpense;
import guildhall.payment.ledger.Account.Suspense;
import guildhall.payment.ledger.AccountCode;
import java.util.Currency;
import java.util.Optional;

/** The accounts that may be corrected, because nothing but their balance depends on them. */
public final class AdjustableAccounts {

    /**
     * @param owner of the account, as text
     * @return empty when a journal with this account cannot be reversed
     */
    public static Optional<Account> find(AccountCode code, String owner, Currency currency) {
        return switch (code) {
            case AVAILABLE -> Optional.of(new Available(Party.of(owner), currency));
            case CASH_CLEARING -> Optional.of(new CashClearing(currency));
            case FEE_REVENUE -> Optional.of(new FeeRevenue(currency));
            case PROMO_EXPENSE -> Optional.of(new PromoExpense(currency));
            case PROCESSOR_FEES -> Optional.of(new ProcessorFees(currency));
            case SUSPENSE -> Optional.of(new Suspense(currency));
            // Whoever adds an account has to think before it can be adjusted.
            default -> Optional.empty();
        };
    }

    private AdjustableAccounts() {}
}
