package guildhall.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import guildhall.messages.id.EscrowId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.BuyerFeeDeferred;
import guildhall.payment.ledger.Account.CashClearing;
import guildhall.payment.ledger.Account.CreditDeferred;
import guildhall.payment.ledger.Account.DisputeHold;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Account.InEscrow;
import guildhall.payment.ledger.Account.PayoutTransit;
import guildhall.payment.ledger.Account.Pending;
import guildhall.payment.ledger.Account.ProcessorFees;
import guildhall.payment.ledger.Account.PromoExpense;
import guildhall.payment.ledger.Account.Receivable;
import guildhall.payment.ledger.Account.Suspense;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountTest {
    static final Currency USD = Currency.getInstance("USD");
    static final Party ACME = new Party(PartyType.BUSINESS, new UUID(0, 1));
    static final EscrowId ESCROW = new EscrowId(new UUID(0, 2));

    @Test
    void namesTheAccountsOfAParty() {
        assertNamed(new Available(ACME, USD), AccountCode.AVAILABLE, ACME);
        assertNamed(new Pending(ACME, USD), AccountCode.PENDING, ACME);
        assertNamed(new Receivable(ACME, USD), AccountCode.RECEIVABLE, ACME);
    }

    @Test
    void namesTheAccountsOfAnEscrow() {
        assertNamed(new InEscrow(ESCROW, USD), AccountCode.ESCROW, ESCROW);
        assertNamed(new DisputeHold(ESCROW, USD), AccountCode.DISPUTE_HOLD, ESCROW);
        assertNamed(new BuyerFeeDeferred(ESCROW, USD), AccountCode.BUYER_FEE_DEFERRED, ESCROW);
    }

    @Test
    void namesTheAccountsOfThePlatform() {
        assertNamed(new CashClearing(USD), AccountCode.CASH_CLEARING, Party.PLATFORM);
        assertNamed(new FeeRevenue(USD), AccountCode.FEE_REVENUE, Party.PLATFORM);
        assertNamed(new PayoutTransit(USD), AccountCode.PAYOUT_TRANSIT, Party.PLATFORM);
        assertNamed(new CreditDeferred(USD), AccountCode.CREDIT_DEFERRED, Party.PLATFORM);
        assertNamed(new PromoExpense(USD), AccountCode.PROMO_EXPENSE, Party.PLATFORM);
        assertNamed(new ProcessorFees(USD), AccountCode.PROCESSOR_FEES, Party.PLATFORM);
        assertNamed(new Suspense(USD), AccountCode.SUSPENSE, Party.PLATFORM);
    }

    @Test
    void takesNoEntryOfNothingOrOfAnotherCurrency() {
        var cash = new CashClearing(USD);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entry.credit(cash, Money.of(0, "USD")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entry.credit(cash, Money.of(1, "EUR")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entry.debit(cash, Money.of(0, "USD")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entry.debit(cash, Money.of(1, "EUR")));
    }

    private static void assertNamed(Account account, AccountCode code, Object owner) {
        assertThat(account.code()).isEqualTo(code);
        assertThat(account.owner()).isEqualTo(owner.toString());
    }
}
