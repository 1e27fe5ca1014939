package guildhall.payment.ledger;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.CashClearing;
import guildhall.payment.ledger.PostedJournal.Line;
import guildhall.payment.ledger.PostingRefusal.WouldOverdraw;
import guildhall.payment.ledger.PostingRefusal.WouldOverflow;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostingsTest {
    static final Currency USD = Currency.getInstance("USD");
    static final Account CASH = new CashClearing(USD);
    static final Account ACME = new Available(business(1), USD);
    static final Account BOLT = new Available(business(2), USD);

    final Postings postings =
            new Postings(
                    Map.of(
                            CASH, new AccountBalance(-500, 3),
                            ACME, new AccountBalance(500, 3),
                            BOLT, AccountBalance.UNUSED));

    @Test
    void recordsTheBalanceAfterEveryLine() {
        var transfer = transfer("a", ACME, BOLT, 200);

        var decision = postings.post(transfer);

        assertThat(decision)
                .isEqualTo(
                        accept(
                                new PostedJournal(
                                        transfer,
                                        List.of(
                                                new Line(transfer.entries().get(0), 300),
                                                new Line(transfer.entries().get(1), 200)))));
    }

    @Test
    void decidesLaterJournalsOnTheBalancesThatEarlierOnesLeft() {
        postings.post(transfer("a", ACME, BOLT, 400));

        var second = postings.post(transfer("b", ACME, BOLT, 101));
        var third = postings.post(transfer("c", BOLT, ACME, 400));

        assertThat(second).isEqualTo(reject(new WouldOverdraw(ACME)));
        assertThat(third).isInstanceOf(guildhall.runtime.decide.Decision.Accepted.class);
        assertThat(postings.balanceOf(ACME)).isEqualTo(new AccountBalance(500, 5));
    }

    @Test
    void leavesNoTraceOfARefusedJournal() {
        postings.post(transfer("a", BOLT, ACME, 1));

        assertThat(postings.posted()).isEmpty();
        assertThat(postings.changed()).isEmpty();
        assertThat(postings.firstUsed()).isEmpty();
    }

    @Test
    void letsAnUnprotectedAccountGoBelowZero() {
        postings.post(transfer("a", CASH, ACME, 9_000));

        assertThat(postings.changed()).containsEntry(CASH, new AccountBalance(-9_500, 4));
    }

    @Test
    void putsWhatAccountsOfThePlatformGetOnTopOfWhatTheyHoldMeanwhile() {
        var decided = new Postings(Map.of(CASH, AccountBalance.UNUSED, ACME, balance(7)));
        var first = transfer("a", CASH, ACME, 5);
        var second = transfer("b", CASH, ACME, 6);
        decided.postChecked(first);
        decided.postChecked(second);

        var written = decided.onTopOf(Map.of(CASH, new AccountBalance(-100, 9)));

        assertThat(decided.ofPlatform()).containsExactly(CASH);
        assertThat(written.posted())
                .containsExactly(
                        new PostedJournal(
                                first,
                                List.of(
                                        new Line(first.entries().get(0), -105),
                                        new Line(first.entries().get(1), 12))),
                        new PostedJournal(
                                second,
                                List.of(
                                        new Line(second.entries().get(0), -111),
                                        new Line(second.entries().get(1), 18))));
        assertThat(written.changed())
                .isEqualTo(
                        Map.of(
                                CASH,
                                new AccountBalance(-111, 11),
                                ACME,
                                new AccountBalance(18, 2)));
    }

    @Test
    void namesNoAccountOfThePlatformNobodyPostedTo() {
        postings.postChecked(transfer("a", ACME, BOLT, 5));

        assertThat(postings.ofPlatform()).isEmpty();
    }

    @Test
    void letsNoDecisionDependOnWhatThePlatformHolds() {
        assertThatIllegalStateException().isThrownBy(() -> postings.balanceOf(CASH));
    }

    @Test
    void refusesABalanceThatDoesNotFit() {
        var decision = postings.post(transfer("a", CASH, ACME, Long.MAX_VALUE - 499));

        assertThat(decision).isEqualTo(reject(new WouldOverflow(ACME)));
    }

    @Test
    void acceptsABalanceThatJustFits() {
        var full = new Postings(Map.of(CASH, AccountBalance.UNUSED, ACME, balance(1)));

        full.postChecked(transfer("a", CASH, ACME, Long.MAX_VALUE - 1));

        assertThat(full.balanceOf(ACME)).isEqualTo(new AccountBalance(Long.MAX_VALUE, 1));
    }

    @Test
    void letsAnAccountBeEmptiedToTheLastCent() {
        postings.postChecked(transfer("a", ACME, BOLT, 500));

        assertThat(postings.balanceOf(ACME)).isEqualTo(new AccountBalance(0, 4));
    }

    @Test
    void countsAnAccountThatIsUsedTwiceInOneJournal() {
        var split =
                new Journal(
                        new JournalSource("test", new UUID(0, 0), "a"),
                        Reason.DEPOSIT,
                        "Split",
                        Instant.EPOCH,
                        List.of(debit(CASH, usd(3)), credit(ACME, usd(1)), credit(ACME, usd(2))));

        postings.postChecked(split);

        assertThat(postings.posted().getFirst().lines())
                .extracting(Line::balanceAfter)
                .containsExactly(-503L, 501L, 503L);
        assertThat(postings.changed())
                .isEqualTo(
                        Map.of(
                                CASH, new AccountBalance(-503, 4),
                                ACME, new AccountBalance(503, 5)));
    }

    @Test
    void namesTheAccountsThatWereUsedForTheFirstTime() {
        postings.postChecked(transfer("a", ACME, BOLT, 5));

        assertThat(postings.firstUsed()).containsExactly(BOLT);
    }

    @Test
    void refusesToTouchWhatWasNotLocked() {
        var stranger = new Available(business(3), USD);

        assertThatIllegalStateException()
                .isThrownBy(() -> postings.post(transfer("a", ACME, stranger, 5)));
    }

    @Test
    void treatsARefusalAfterTheDecisionAsABug() {
        assertThatIllegalStateException()
                .isThrownBy(() -> postings.postChecked(transfer("a", ACME, BOLT, 501)));
    }

    static AccountBalance balance(long minorUnits) {
        return new AccountBalance(minorUnits, 0);
    }

    static Journal transfer(String step, Account from, Account to, long amount) {
        return new Journal(
                new JournalSource("test", new UUID(0, 0), step),
                Reason.DEPOSIT,
                "Transfer",
                Instant.EPOCH,
                List.of(debit(from, usd(amount)), credit(to, usd(amount))));
    }

    static Money usd(long amount) {
        return new Money(amount, USD);
    }

    static Party business(long id) {
        return new Party(PartyType.BUSINESS, new UUID(0, id));
    }
}
