package guildhall.payment.adjustment;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.AdjustmentId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Account.Suspense;
import guildhall.payment.ledger.AccountCode;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import guildhall.payment.wallet.WalletId;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorrectionTest {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final Currency USD = Currency.getInstance("USD");
    static final Money TEN = Money.of(10_00, "USD");
    static final Money ONE = Money.of(1_00, "USD");
    static final Party ANNA = new Party(PartyType.TALENT, new UUID(0, 1));
    static final Party BAKERY = new Party(PartyType.BUSINESS, new UUID(0, 2));
    static final Account ANNAS = new Available(ANNA, USD);
    static final Account BAKERYS = new Available(BAKERY, USD);
    static final Account FEES = new FeeRevenue(USD);

    @Test
    void putsMoneyIntoAWalletAtTheExpenseOfThePlatform() {
        var correction =
                Correction.toWallet(
                        new WalletId(ANNA, USD), TEN, Counterpart.FEE_REVENUE, "Fee returned");

        assertThat(correction.entries()).containsExactly(debit(FEES, TEN), credit(ANNAS, TEN));
        assertThat(correction.amount()).isEqualTo(TEN);
        assertThat(correction.credited()).containsExactly(new WalletId(ANNA, USD));
    }

    @Test
    void takesMoneyOutOfAWalletToTheBenefitOfThePlatform() {
        var correction =
                Correction.fromWallet(
                        new WalletId(ANNA, USD), TEN, Counterpart.SUSPENSE, "Credited twice");

        assertThat(correction.entries())
                .containsExactly(debit(ANNAS, TEN), credit(new Suspense(USD), TEN));
        assertThat(correction.wallets()).containsExactly(new WalletId(ANNA, USD));
        assertThat(correction.credited()).isEmpty();
    }

    @Test
    void reversesEveryLineOfAJournal() {
        var wrong =
                List.of(
                        debit(BAKERYS, TEN),
                        credit(ANNAS, Money.of(9_00, "USD")),
                        credit(FEES, ONE));
        var journal = new UUID(0, 5);

        var reversal = Correction.reversalOf(journal, "Tip", wrong);

        assertThat(reversal)
                .isEqualTo(
                        new Correction.Reversal(
                                journal,
                                "Reversal: Tip",
                                List.of(
                                        credit(BAKERYS, TEN),
                                        debit(ANNAS, Money.of(9_00, "USD")),
                                        debit(FEES, ONE))));
        assertThat(reversal.amount()).isEqualTo(TEN);
        assertThat(reversal.accounts()).isEqualTo(Set.of(BAKERYS, ANNAS, FEES));
        assertThat(reversal.wallets())
                .isEqualTo(Set.of(new WalletId(ANNA, USD), new WalletId(BAKERY, USD)));
        assertThat(reversal.credited()).isEqualTo(Set.of(new WalletId(BAKERY, USD)));
    }

    @Test
    void postsWhatWasStoredUnderTheIdOfTheAdjustment() {
        var id = new AdjustmentId(new UUID(0, 9));
        var manual =
                Correction.toWallet(
                        new WalletId(ANNA, USD), TEN, Counterpart.PROMO_EXPENSE, "Sorry");
        var reversal = Correction.reversalOf(new UUID(0, 5), "Tip", manual.entries());

        assertThat(AdjustmentJournals.of(request(id, manual), NOON))
                .isEqualTo(
                        new Journal(
                                new JournalSource("adjustment", id.value(), "posted"),
                                Reason.ADJUSTMENT,
                                "Sorry",
                                NOON,
                                manual.entries()));
        assertThat(AdjustmentJournals.of(request(id, reversal), NOON).source())
                .isEqualTo(
                        new JournalSource("adjustment", id.value(), "reversed:" + new UUID(0, 5)));
    }

    @ParameterizedTest
    @EnumSource(Counterpart.class)
    void postsToTheAccountOfTheSameName(Counterpart counterpart) {
        var account = counterpart.account(USD);

        assertThat(account.code().name()).isEqualTo(counterpart.name());
        assertThat(account.currency()).isEqualTo(USD);
    }

    @Test
    void adjustsOnlyAccountsWithoutALifeOfTheirOwn() {
        var adjustable = EnumSet.noneOf(AccountCode.class);
        for (var code : AccountCode.values()) {
            AdjustableAccounts.find(code, ANNA.toString(), USD)
                    .ifPresent(account -> adjustable.add(account.code()));
        }

        assertThat(adjustable)
                .containsExactly(
                        AccountCode.CASH_CLEARING,
                        AccountCode.AVAILABLE,
                        AccountCode.FEE_REVENUE,
                        AccountCode.PROMO_EXPENSE,
                        AccountCode.PROCESSOR_FEES,
                        AccountCode.SUSPENSE);
        assertThat(AdjustableAccounts.find(AccountCode.AVAILABLE, ANNA.toString(), USD))
                .contains(ANNAS);
        assertThat(AdjustableAccounts.find(AccountCode.ESCROW, new UUID(0, 3).toString(), USD))
                .isEmpty();
    }

    private static AdjustmentRequest request(AdjustmentId id, Correction correction) {
        return new AdjustmentRequest(
                id, correction, "Ticket 7", new UserId(new UUID(0, 8)), NOON, NOON);
    }
}
