package guildhall.payment.ledger.adapter;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static guildhall.testkit.TestDatabase.Role.MIGRATOR;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.payment.TestMoney;
import guildhall.payment.alarm.BooksCheck;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.CashClearing;
import guildhall.payment.ledger.Account.PayoutTransit;
import guildhall.payment.ledger.Account.Pending;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Ledger;
import guildhall.payment.ledger.Postings;
import guildhall.payment.ledger.Reason;
import guildhall.runtime.id.Ids;
import guildhall.testkit.TestDatabase;
import guildhall.testkit.WithInfrastructure;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

/** What the database refuses even when the code asks for it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"guildhall.consume.enabled=false", "guildhall.outbox.relay.enabled=false"})
@WithInfrastructure(POSTGRES)
@Import(TestMoney.class)
class LedgerConstraintsIT {
    static final Currency USD = Currency.getInstance("USD");
    static final Account CASH = new CashClearing(USD);

    @Autowired JdbcClient app;
    @Autowired Ledger ledger;
    @Autowired LedgerBooks books;
    @Autowired TestMoney money;
    @Autowired TestDatabase database;
    @Autowired TransactionOperations transactions;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update line set credit = credit + 1",
                "delete from line",
                "update journal set reason = 'GIFT'",
                "delete from journal",
                "delete from account",
                "update account set code = 'AVAILABLE'",
                "update account set owner = 'me'",
                "truncate line",
                "alter table line disable trigger all",
                "delete from escrow_movement",
                "delete from outbox",
                "update webhook_event set outcome = 'APPLIED'",
                "update journal set posted_in = 0",
                "update journal_seal set position = 0",
                "delete from journal_seal",
                "delete from journal_reference",
                "insert into seal_progress (only_row, sealed_through) values (false, 0)",
                "update wallet_state set state = 'ACTIVE'",
                "delete from wallet_state",
                "update adjustment set amount = 1",
                "delete from adjustment"
            })
    void refusesToLetTheApplicationRewriteHistory(String sql) {
        money.deposit(party(), 100);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> app.sql(sql).update())
                .havingRootCause()
                .withMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void refusesAnUnbalancedJournal() {
        var owner = party();
        money.deposit(owner, 100);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> insertLines(owner, 100, 99))
                .havingRootCause()
                .withMessageContaining("a journal does not balance");
        assertThat(money.available(owner)).isEqualTo(100);
    }

    @Test
    void refusesABalanceThatDoesNotFollowFromItsLines() {
        var owner = party();
        money.deposit(owner, 100);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> insertLines(owner, 100, 100))
                .havingRootCause()
                .withMessageContaining("does not stand where its newest line says");
    }

    @Test
    void refusesToLetCustomersMoneyGoBelowZero() {
        var owner = party();
        money.deposit(owner, 100);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        app.sql("update account set balance = -1 where owner = ?")
                                .param(owner.toString())
                                .update())
                .havingRootCause()
                .withMessageContaining("customers_money_is_never_negative");
    }

    @Test
    void postsOneSourceOnce() {
        var owner = party();
        var source = source();
        post(source, owner);

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> post(source, owner));

        assertThat(money.available(owner)).isEqualTo(10);
        money.assertLedgerAddsUp();
    }

    /** The busy accounts are the platform's: whoever decides must not hold up all the others. */
    @Test
    void letsOthersPostToTheAccountsOfThePlatformUntilItWrites() {
        var slow = party();
        var fast = party();

        transactions.executeWithoutResult(_ -> {
            var decided = decided(source(), slow);
            CompletableFuture.runAsync(() -> post(source(), fast)).orTimeout(20, SECONDS).join();
            ledger.write(decided);
        });

        assertThat(money.available(slow)).isEqualTo(10);
        assertThat(money.available(fast)).isEqualTo(10);
        money.assertLedgerAddsUp();
    }

    @Test
    void worksInsideOfATransactionOnly() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> ledger.lock(Set.of(CASH)));
    }

    @Test
    void findsWhatWasTamperedWithBehindItsBack() {
        var owner = party();
        money.deposit(owner, 100);
        assertThat(books.difference()).isEqualTo(BigInteger.ZERO);
        var migrator = JdbcClient.create(database.dataSource(MIGRATOR));

        migrator.sql(
                        "update line set credit = credit + 7 where credit = 100 and account_id = "
                                + "(select account_id from account where owner = ?)")
                .param(owner.toString())
                .update();

        assertThat(books.difference()).isEqualTo(BigInteger.valueOf(7));
        migrator.sql("update line set credit = credit - 7 where credit = 107").update();
        assertThat(books.difference()).isEqualTo(BigInteger.ZERO);
        assertThat(books.trialBalance().isBalanced()).isTrue();
    }

    @Test
    void findsWhatIsPendingWithoutASafetyHoldAndHoldsWithoutMoney() {
        var owner = party();
        move(new CashClearing(USD), new Pending(owner, USD), 30);
        assertThat(failing()).isEqualTo(Map.of(BooksCheck.SAFETY_HOLDS, BigInteger.valueOf(30)));

        hold(owner, 30);
        assertThat(failing()).isEmpty();
        var stranger = party();
        hold(stranger, 5);
        assertThat(failing()).isEqualTo(Map.of(BooksCheck.SAFETY_HOLDS, BigInteger.valueOf(5)));

        clear(stranger);
        assertThat(failing()).isEmpty();
        clear(owner);
        move(new Pending(owner, USD), new CashClearing(USD), 30);
        assertThat(failing()).isEmpty();
    }

    @Test
    void findsWhatIsInTransitWithoutAPayoutOrARefund() {
        move(new CashClearing(USD), new PayoutTransit(USD), 40);
        assertThat(failing()).isEqualTo(Map.of(BooksCheck.TRANSIT, BigInteger.valueOf(40)));

        move(new PayoutTransit(USD), new CashClearing(USD), 40);
        assertThat(failing()).isEmpty();
        var transit = new PayoutTransit(Currency.getInstance("EUR"));
        move(new CashClearing(Currency.getInstance("EUR")), transit, 7);
        assertThat(failing()).isEqualTo(Map.of(BooksCheck.TRANSIT, BigInteger.valueOf(7)));
        move(transit, new CashClearing(Currency.getInstance("EUR")), 7);
        assertThat(failing()).isEmpty();
    }

    private Map<BooksCheck, BigInteger> failing() {
        return new BooksDoor(books).failing();
    }

    private void move(Account from, Account to, long amount) {
        var money = new Money(amount, from.currency());
        transactions.executeWithoutResult(_ -> {
            var postings = ledger.lock(Set.of(from, to));
            postings.postChecked(
                    new Journal(
                            new JournalSource("test", Ids.next(), "moved"),
                            Reason.ADJUSTMENT,
                            "Moved",
                            Instant.now(),
                            List.of(debit(from, money), credit(to, money))));
            ledger.write(postings);
        });
    }

    private void hold(Party payee, long amount) {
        app.sql(
                        """
                        insert into safety_hold (escrow_id, release_id, payee, payee_user,
                            currency, amount, description, clears_at)
                        values (:id, :id, :payee, :id, 'USD', :amount, 'Logo', now())
                        """)
                .param("id", Ids.next())
                .param("payee", payee.toString())
                .param("amount", amount)
                .update();
    }

    private void clear(Party payee) {
        app.sql("update safety_hold set cleared_at = clears_at where payee = ?")
                .param(payee.toString())
                .update();
    }

    private void insertLines(Party owner, long debit, long credit) {
        transactions.executeWithoutResult(_ -> {
            var journal = Ids.next();
            app.sql(
                            """
                            insert into journal (journal_id, source_type, source_id, step,
                                reason, description, posted_at)
                            values (:id, 'test', :id, 'forged', 'DEPOSIT', '', now())
                            """)
                    .param("id", journal)
                    .update();
            app.sql(
                            """
                            insert into line (account_id, journal_id, currency, debit,
                                credit, balance_after, posted_at)
                            select account_id, :journal, currency,
                                case when code = 'CASH_CLEARING' then :debit else 0 end,
                                case when code = 'AVAILABLE' then :credit else 0 end,
                                balance + 1, now()
                            from account
                            where code = 'CASH_CLEARING' or owner = :owner
                            """)
                    .param("journal", journal)
                    .param("debit", debit)
                    .param("credit", credit)
                    .param("owner", owner.toString())
                    .update();
        });
    }

    private void post(JournalSource source, Party owner) {
        transactions.executeWithoutResult(_ -> ledger.write(decided(source, owner)));
    }

    private Postings decided(JournalSource source, Party owner) {
        var wallet = new Available(owner, USD);
        var ten = new Money(10, USD);
        var postings = ledger.lock(Set.of(CASH, wallet));
        postings.postChecked(
                new Journal(
                        source,
                        Reason.DEPOSIT,
                        "Ten cents",
                        Instant.now(),
                        List.of(debit(CASH, ten), credit(wallet, ten))));
        return postings;
    }

    private static JournalSource source() {
        return new JournalSource("top-up", Ids.next(), "succeeded");
    }

    private static Party party() {
        return new Party(PartyType.BUSINESS, Ids.next());
    }
}
