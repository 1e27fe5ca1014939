package guildhall.payment.payout;

import static guildhall.payment.payout.PayoutDeciderTest.ACCOUNT;
import static guildhall.payment.payout.PayoutDeciderTest.FINANCE;
import static guildhall.payment.payout.PayoutDeciderTest.NOON;
import static guildhall.payment.payout.PayoutDeciderTest.OWNER;
import static guildhall.payment.payout.PayoutDeciderTest.USD;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.PayoutId;
import guildhall.messages.money.Money;
import guildhall.payment.approval.Approvals;
import guildhall.payment.approval.Ruling;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.CashClearing;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Account.PayoutTransit;
import guildhall.payment.ledger.Account.Receivable;
import guildhall.payment.payout.PayoutEvent.PayoutApproved;
import guildhall.payment.payout.PayoutEvent.PayoutApprovedOnce;
import guildhall.payment.payout.PayoutEvent.PayoutCancelled;
import guildhall.payment.payout.PayoutEvent.PayoutCompleted;
import guildhall.payment.payout.PayoutEvent.PayoutDeclined;
import guildhall.payment.payout.PayoutEvent.PayoutFailed;
import guildhall.payment.payout.PayoutEvent.PayoutPostponed;
import guildhall.payment.payout.PayoutEvent.PayoutRequested;
import guildhall.payment.payout.PayoutEvent.PayoutReturned;
import guildhall.payment.payout.PayoutEvent.PayoutSubmitted;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is locked is what the journals touch, and what a request is decided on. */
class PayoutJournalsTest {
    static final Account WALLET = new Available(OWNER.party(), USD);
    static final Account DEBT = new Receivable(OWNER.party(), USD);
    static final Account TRANSIT = new PayoutTransit(USD);
    static final Account FEES = new FeeRevenue(USD);
    static final Account CASH = new CashClearing(USD);
    static final Ruling RULING = new Ruling(FINANCE, "Odd", NOON);
    static final PayoutOrder FREE = order(0, Speed.STANDARD);
    static final PayoutOrder INSTANT = order(1_00, Speed.INSTANT);

    @Test
    void locksForARequestWhatItIsDecidedOn() {
        assertThat(PayoutJournals.accounts(new PayoutRequested(FREE, false)))
                .containsExactlyInAnyOrder(WALLET, DEBT, TRANSIT);
        assertThat(PayoutJournals.accounts(new PayoutRequested(INSTANT, false)))
                .containsExactlyInAnyOrder(WALLET, DEBT, TRANSIT, FEES);
    }

    @Test
    void locksForAReturnWhereTheMoneyComesFrom() {
        assertThat(PayoutJournals.accounts(new PayoutCancelled(FREE, NOON)))
                .containsExactlyInAnyOrder(WALLET, TRANSIT);
        assertThat(PayoutJournals.accounts(new PayoutFailed(INSTANT, "X", false, NOON)))
                .containsExactlyInAnyOrder(WALLET, TRANSIT, FEES);
        assertThat(PayoutJournals.accounts(new PayoutDeclined(INSTANT, RULING)))
                .containsExactlyInAnyOrder(WALLET, TRANSIT, FEES);
        assertThat(PayoutJournals.accounts(new PayoutReturned(FREE, "X", NOON)))
                .containsExactlyInAnyOrder(WALLET, CASH);
        assertThat(PayoutJournals.accounts(new PayoutReturned(INSTANT, "X", NOON)))
                .containsExactlyInAnyOrder(WALLET, CASH, FEES);
    }

    @Test
    void locksForAPaymentWhereTheMoneyGoes() {
        assertThat(PayoutJournals.accounts(new PayoutCompleted(INSTANT, "tr_1", NOON)))
                .containsExactlyInAnyOrder(TRANSIT, CASH);
    }

    @Test
    void locksAndPostsNothingForStepsInBetween() {
        var approvedOnce = new PayoutApprovedOnce(FREE, Approvals.NONE);
        var approved = new PayoutApproved(FREE, Approvals.NONE);
        var submitted = new PayoutSubmitted(FREE, 1, NOON);
        var postponed = new PayoutPostponed(FREE, 1, "X", NOON);

        assertThat(PayoutJournals.accounts(approvedOnce)).isEmpty();
        assertThat(PayoutJournals.accounts(approved)).isEmpty();
        assertThat(PayoutJournals.accounts(submitted)).isEmpty();
        assertThat(PayoutJournals.accounts(postponed)).isEmpty();
        assertThat(PayoutJournals.of(approvedOnce)).isEmpty();
        assertThat(PayoutJournals.of(approved)).isEmpty();
        assertThat(PayoutJournals.of(submitted)).isEmpty();
        assertThat(PayoutJournals.of(postponed)).isEmpty();
    }

    private static PayoutOrder order(long fee, Speed speed) {
        return new PayoutOrder(
                new PayoutId(new UUID(0, 9)),
                OWNER,
                ACCOUNT,
                new Money(100_00, USD),
                new Money(fee, USD),
                speed,
                NOON);
    }
}
