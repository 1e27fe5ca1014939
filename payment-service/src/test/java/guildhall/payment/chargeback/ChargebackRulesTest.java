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
import guildhall.payment.chargeback.ChargebackEvent.PaymentReturned;
import guildhall.payment.chargeback.ChargebackEvent.PaymentTakenBack;
import guildhall.payment.chargeback.ChargebackRejection.AmountDiffers;
import guildhall.payment.chargeback.ChargebackRejection.PaymentNotSettled;
import guildhall.payment.chargeback.ChargebackRejection.UnknownPayment;
import guildhall.payment.chargeback.ChargebackRules.Before;
import guildhall.payment.chargeback.ChargebackRules.Cover;
import guildhall.payment.chargeback.ChargebackRules.Posted;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.CashClearing;
import guildhall.payment.ledger.Account.CreditDeferred;
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
import java.util.Optional;
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
    static final Before NOTHING = new Before(Optional.empty(), usd(0));
    static final Available WALLET = new Available(OWNER.party(), USD);
    static final Receivable DEBT = new Receivable(OWNER.party(), USD);
    static final CashClearing CASH = new CashClearing(USD);

    @Test
    void takesBackNoMoreThanWasPaid() {
        assertThat(first(taken(100_00), 0)).isEqualTo(accept(takenBack(taken(100_00))));
        assertThat(first(taken(60_00), 40_00)).isEqualTo(accept(takenBack(taken(60_00))));
        assertThat(first(taken(60_01), 40_00)).isEqualTo(reject(new AmountDiffers()));
        assertThat(first(taken(100_01), 0)).isEqualTo(reject(new AmountDiffers()));
        assertThat(first(taken(0), 0)).isEqualTo(reject(new AmountDiffers()));
        var euros = report(Money.of(1, "EUR"), Money.of(0, "EUR"));
        assertThat(first(euros, 0)).isEqualTo(reject(new AmountDiffers()));
    }

    @Test
    void takesBackOnlyWhatWasPaid() {
        assertThat(decide(new PaymentIntent.Absent(), taken(1), NOTHING))
                .isEqualTo(reject(new UnknownPayment()));
        assertThat(decide(new PaymentIntent.Processing(TOP_UP, "ch_1"), taken(1), NOTHING))
                .isEqualTo(reject(new PaymentNotSettled()));
    }

    @Test
    void postsEachPartOnceInWhateverOrderReportsCome() {
        var won = report(usd(80_00), usd(80_00));

        assertThat(again(taken(80_00), 0)).isEqualTo(accept());
        assertThat(again(won, 0)).isEqualTo(accept(new PaymentReturned(OWNER, won)));
        assertThat(again(won, 80_00)).isEqualTo(accept());
        assertThat(again(taken(80_00), 80_00)).isEqualTo(accept());
        assertThat(first(won, 0))
                .isEqualTo(accept(takenBack(won), new PaymentReturned(OWNER, won)));
    }

    @Test
    void leavesToPeopleWhatIsNotWhatWasSaidBefore() {
        assertThat(again(taken(79_99), 0)).isEqualTo(reject(new AmountDiffers()));
        assertThat(again(report(usd(80_00), usd(80_01)), 0)).isEqualTo(reject(new AmountDiffers()));
        assertThat(again(report(usd(80_00), Money.of(1, "EUR")), 0))
                .isEqualTo(reject(new AmountDiffers()));
        assertThat(again(report(usd(80_00), usd(80_00)), 79_99))
                .isEqualTo(reject(new AmountDiffers()));
        assertThat(first(report(usd(80_00), usd(80_01)), 0)).isEqualTo(reject(new AmountDiffers()));
    }

    @Test
    void takesWhatIsInTheWalletAndRemembersTheRestAsADebt() {
        assertThat(entries(100_00)).containsExactly(debit(WALLET, usd(80_00)), cash());
        assertThat(entries(30_00))
                .containsExactly(debit(WALLET, usd(30_00)), debit(DEBT, usd(50_00)), cash());
        assertThat(entries(0)).containsExactly(debit(DEBT, usd(80_00)), cash());
    }

    @Test
    void takesWhatWasBoughtForItBeforeTheWallet() {
        var event = new PaymentTakenBack(OWNER, taken(80_00));
        var unused = debit(new CreditDeferred(USD), usd(30_00));

        assertThat(entries(event, new Cover(usd(100_00), usd(80_00))))
                .containsExactly(debit(new CreditDeferred(USD), usd(80_00)), cash());
        assertThat(entries(event, new Cover(usd(100_00), usd(30_00))))
                .containsExactly(unused, debit(WALLET, usd(50_00)), cash());
        assertThat(entries(event, new Cover(usd(10_00), usd(30_00))))
                .containsExactly(
                        unused, debit(WALLET, usd(10_00)), debit(DEBT, usd(40_00)), cash());
    }

    @Test
    void paysADebtWithWhatComesBackBeforeTheWallet() {
        assertThat(returned(0))
                .containsExactly(debit(CASH, usd(80_00)), credit(WALLET, usd(80_00)));
        assertThat(returned(-50_00))
                .containsExactly(
                        debit(CASH, usd(80_00)),
                        credit(DEBT, usd(50_00)),
                        credit(WALLET, usd(30_00)));
        assertThat(returned(-80_00))
                .containsExactly(debit(CASH, usd(80_00)), credit(DEBT, usd(80_00)));
        assertThat(returned(-90_00))
                .containsExactly(debit(CASH, usd(80_00)), credit(DEBT, usd(80_00)));
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
        var event = new PaymentTakenBack(OWNER, taken(80_00));
        return entries(event, new Cover(usd(available), usd(0)));
    }

    private static List<Entry> entries(PaymentTakenBack event, Cover cover) {
        var chargeback = ChargebackRules.divide(ID, event, cover, NOON);
        return ChargebackRules.journal(chargeback).entries();
    }

    private static List<Entry> returned(long debt) {
        var event = new PaymentReturned(OWNER, report(usd(90_00), usd(80_00)));
        return ChargebackRules.journal(ID, event, debt, NOON).entries();
    }

    private static Entry cash() {
        return credit(CASH, usd(80_00));
    }

    /** Of a dispute that nothing is known of. */
    private static Decision<ChargebackEvent, ChargebackRejection> first(
            ChargebackReport report, long gone) {
        return decide(PAID, report, new Before(Optional.empty(), usd(gone)));
    }

    /** Of a dispute about 80.00. */
    private static Decision<ChargebackEvent, ChargebackRejection> again(
            ChargebackReport report, long returned) {
        var posted = new Posted(usd(80_00), usd(returned));
        return decide(PAID, report, new Before(Optional.of(posted), usd(80_00 - returned)));
    }

    private static Decision<ChargebackEvent, ChargebackRejection> decide(
            PaymentIntent payment, ChargebackReport report, Before before) {
        return ChargebackRules.decide(report, payment, before);
    }

    private static ChargebackEvent takenBack(ChargebackReport report) {
        return new PaymentTakenBack(OWNER, report);
    }

    private static ChargebackReport taken(long amount) {
        return report(usd(amount), usd(0));
    }

    private static ChargebackReport report(Money amount, Money returned) {
        return new ChargebackReport(TOP_UP.id(), "cb_1", amount, returned, "FRAUDULENT");
    }

    private static Money usd(long minorUnits) {
        return Money.of(minorUnits, "USD");
    }
}
