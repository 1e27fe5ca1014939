package guildhall.payment.chargeback;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.ChargebackId;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.payment.chargeback.ChargebackRejection.AmountDiffers;
import guildhall.payment.chargeback.ChargebackRejection.PaymentNotSettled;
import guildhall.payment.chargeback.ChargebackRejection.UnknownPayment;
import guildhall.payment.chargeback.ChargebackReport.FeeCharged;
import guildhall.payment.chargeback.ChargebackReport.PaymentChargedBack;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.CashClearing;
import guildhall.payment.ledger.Account.ProcessorFees;
import guildhall.payment.ledger.Account.Receivable;
import guildhall.payment.ledger.Entry;
import guildhall.payment.topup.PaymentIntent;
import guildhall.payment.topup.TopUp;
import guildhall.payment.topup.TopUpEvent.TopUpSucceeded;
import guildhall.payment.topup.TopUpJournals;
import guildhall.runtime.decide.Decision;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChargebackRulesTest {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final Currency USD = Currency.getInstance("USD");
    static final Side OWNER =
            new Side(new Party(PartyType.BUSINESS, new UUID(2, 2)), new UserId(new UUID(3, 3)));
    static final TopUp TOP_UP =
            new TopUp(new PaymentIntentId(new UUID(5, 5)), OWNER, usd(100_00), NOON);
    static final PaymentIntent PAID = new PaymentIntent.Succeeded(TOP_UP, "ch_1", NOON);
    static final ChargebackId ID = new ChargebackId(new UUID(6, 6));
    static final Available WALLET = new Available(OWNER.party(), USD);
    static final Receivable DEBT = new Receivable(OWNER.party(), USD);
    static final CashClearing CASH = new CashClearing(USD);

    @Test
    void takesBackNoMoreThanWasPaid() {
        assertThat(check(PAID, 100_00, 0)).isEqualTo(accept(TOP_UP));
        assertThat(check(PAID, 60_00, 40_00)).isEqualTo(accept(TOP_UP));
        assertThat(check(PAID, 60_01, 40_00)).isEqualTo(reject(new AmountDiffers()));
        assertThat(check(PAID, 100_01, 0)).isEqualTo(reject(new AmountDiffers()));
        assertThat(check(PAID, 0, 0)).isEqualTo(reject(new AmountDiffers()));
        assertThat(ChargebackRules.check(report(Money.of(1, "EUR")), PAID, usd(0)))
                .isEqualTo(reject(new AmountDiffers()));
    }

    @Test
    void takesBackOnlyWhatWasPaid() {
        assertThat(check(new PaymentIntent.Absent(), 1, 0)).isEqualTo(reject(new UnknownPayment()));
        assertThat(check(new PaymentIntent.Processing(TOP_UP, "ch_1"), 1, 0))
                .isEqualTo(reject(new PaymentNotSettled()));
    }

    @Test
    void takesWhatIsInTheWalletAndRemembersTheRestAsADebt() {
        assertThat(entries(100_00)).containsExactly(debit(WALLET, usd(80_00)), cash());
        assertThat(entries(30_00))
                .containsExactly(debit(WALLET, usd(30_00)), debit(DEBT, usd(50_00)), cash());
        assertThat(entries(0)).containsExactly(debit(DEBT, usd(80_00)), cash());
    }

    @Test
    void postsAFeeAsOurExpense() {
        var fee = new FeeCharged(TOP_UP.id().value(), "fee_1", usd(15_00));

        assertThat(ChargebackRules.journal(new UUID(7, 7), fee, NOON).entries())
                .containsExactly(
                        debit(new ProcessorFees(USD), usd(15_00)), credit(CASH, usd(15_00)));
    }

    @ParameterizedTest
    @CsvSource({"-8000, 8000", "-10000, 10000", "-12000, 10000"})
    void recoversADebtFromWhatIsPaidIn(long balance, long recovered) {
        var journal = TopUpJournals.recovery(new TopUpSucceeded(TOP_UP, "ch_1", NOON), balance);

        assertThat(journal)
                .hasValueSatisfying(posted ->
                        assertThat(posted.entries())
                                .containsExactly(
                                        debit(WALLET, usd(recovered)),
                                        credit(DEBT, usd(recovered))));
    }

    @Test
    void recoversNothingFromAPartyThatOwesNothing() {
        assertThat(TopUpJournals.recovery(new TopUpSucceeded(TOP_UP, "ch_1", NOON), 0)).isEmpty();
    }

    private static List<Entry> entries(long available) {
        var chargeback =
                ChargebackRules.divide(ID, OWNER, report(usd(80_00)), usd(available), NOON);
        return ChargebackRules.journal(chargeback).entries();
    }

    private static Entry cash() {
        return credit(CASH, usd(80_00));
    }

    private static Decision<TopUp, ChargebackRejection> check(
            PaymentIntent payment, long amount, long before) {
        return ChargebackRules.check(report(usd(amount)), payment, usd(before));
    }

    private static PaymentChargedBack report(Money amount) {
        return new PaymentChargedBack(TOP_UP.id(), "cb_1", amount, "FRAUDULENT");
    }

    private static Money usd(long minorUnits) {
        return Money.of(minorUnits, "USD");
    }
}
