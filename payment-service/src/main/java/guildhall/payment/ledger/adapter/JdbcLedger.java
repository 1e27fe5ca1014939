package guildhall.payment.ledger.adapter;

import static java.util.Comparator.comparing;

import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.AccountBalance;
import guildhall.payment.ledger.FirstUse;
import guildhall.payment.ledger.Ledger;
import guildhall.payment.ledger.Postings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Locks the accounts of parties and escrows first, those of the platform as it writes, both by
 * account_id: transactions queue up instead of waiting for each other in a circle, and the busy
 * accounts of the platform are held shortest.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JdbcLedger implements Ledger {
    private final JdbcClient jdbc;
    private final FirstUse firstUse;

    JdbcLedger(JdbcClient jdbc, FirstUse firstUse) {
        this.jdbc = jdbc;
        this.firstUse = firstUse;
    }

    @Override
    public Postings lock(Set<Account> accounts) {
        var balances = new HashMap<Account, AccountBalance>();
        var others = new ArrayList<Account>();
        for (var account : accounts) {
            if (account instanceof Account.OfPlatform) {
                balances.put(account, AccountBalance.UNUSED);
            } else {
                others.add(account);
            }
        }
        balances.putAll(lockOrOpen(others));
        return new Postings(balances);
    }

    private Map<Account, AccountBalance> lockOrOpen(Collection<Account> accounts) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        var sorted = accounts.stream().sorted(comparing(JdbcLedger::naturalKey)).toList();
        var locked = lockAll(sorted);
        if (locked.isEmpty()) {
            open(sorted);
            locked = lockAll(sorted);
        }
        return locked;
    }

    /**
     * Locks all of them or, when one does not exist, none: a transaction that already held some
     * could meet another one that locks in the right order.
     */
    private Map<Account, AccountBalance> lockAll(List<Account> accounts) {
        var balances = new HashMap<Account, AccountBalance>();
        keys(
                        jdbc.sql(
                                """
                                with wanted as (
                                    select * from unnest(:codes, :owners, :currencies)
                                        with ordinality as wanted (code, owner, currency, nr)
                                )
                                select wanted.nr, account.balance, account.line_count
                                from wanted join account using (code, owner, currency)
                                where not exists (
                                    select from wanted missing
                                    where not exists (
                                        select from account
                                        where account.code = missing.code
                                            and account.owner = missing.owner
                                            and account.currency = missing.currency))
                                order by account.account_id
                                for no key update of account
                                """),
                        accounts)
                .query(row -> {
                    balances.put(
                            accounts.get(row.getInt("nr") - 1),
                            new AccountBalance(row.getLong("balance"), row.getLong("line_count")));
                });
        return balances;
    }

    /** Another transaction may open the same account: then this one waits for it and finds it. */
    private void open(List<Account> accounts) {
        keys(
                        jdbc.sql(
                                """
                                insert into account (code, owner, currency, is_platform)
                                select * from unnest(:codes, :owners, :currencies, :platform)
                                    as wanted (code, owner, currency, is_platform)
                                where not exists (
                                    select from account
                                    where account.code = wanted.code
                                        and account.owner = wanted.owner
                                        and account.currency = wanted.currency)
                                on conflict (code, owner, currency) do nothing
                                """),
                        accounts)
                .param(
                        "platform",
                        accounts.stream()
                                .map(Account.OfPlatform.class::isInstance)
                                .toArray(Boolean[]::new))
                .update();
    }

    private static JdbcClient.StatementSpec keys(
            JdbcClient.StatementSpec statement, List<Account> accounts) {
        return statement
                .param("codes", texts(accounts.stream().map(account -> account.code().name())))
                .param("owners", texts(accounts.stream().map(Account::owner)))
                .param("currencies", texts(accounts.stream().map(JdbcLedger::currency)));
    }

    @Override
    public void write(Postings postings) {
        var posted = postings.posted();
        if (!posted.isEmpty()) {
            firstUse.of(postings.firstUsed(), posted.getLast().journal().postedAt());
            insert(postings.onTopOf(lockOrOpen(postings.ofPlatform())));
        }
    }

    private void insert(Postings postings) {
        var journals = JournalRow.of(postings.posted());
        var lines = journals.stream().flatMap(journal -> journal.lines().stream()).toList();
        var balances = new ArrayList<>(postings.changed().entrySet());
        jdbc.sql(
                        """
                        with posted as (
                            insert into journal (journal_id, source_type, source_id, step,
                                reason, description, posted_at)
                            select * from unnest(:journals::uuid[], :types, :sources::uuid[],
                                :steps, :reasons, :descriptions, :times::timestamptz[])
                        ), moved as (
                            update account
                            set balance = next.balance, line_count = next.line_count
                            from unnest(:codes, :owners, :currencies, :balances, :counts)
                                as next (code, owner, currency, balance, line_count)
                            where account.code = next.code
                                and account.owner = next.owner
                                and account.currency = next.currency
                            returning account.account_id, account.code, account.owner,
                                account.currency
                        )
                        insert into line (account_id, journal_id, currency, debit, credit,
                            balance_after, posted_at)
                        select moved.account_id, entry.journal_id, entry.currency, entry.debit,
                            entry.credit, entry.balance_after, entry.posted_at
                        from unnest(:lineJournals::uuid[], :lineCodes, :lineOwners,
                                :lineCurrencies, :debits, :credits, :after,
                                :lineTimes::timestamptz[]) with ordinality
                            as entry (journal_id, code, owner, currency, debit, credit,
                                balance_after, posted_at, nr)
                        join moved using (code, owner, currency)
                        order by entry.nr
                        """)
                .params(JournalRow.columns(journals))
                .params(JournalRow.LineRow.columns(lines))
                .param("codes", texts(balances.stream().map(b -> b.getKey().code().name())))
                .param("owners", texts(balances.stream().map(b -> b.getKey().owner())))
                .param("currencies", texts(balances.stream().map(b -> currency(b.getKey()))))
                .param(
                        "balances",
                        balances.stream().mapToLong(b -> b.getValue().minorUnits()).toArray())
                .param(
                        "counts",
                        balances.stream().mapToLong(b -> b.getValue().lineCount()).toArray())
                .update();
    }

    private static String naturalKey(Account account) {
        return account.code() + " " + account.owner() + " " + currency(account);
    }

    private static String currency(Account account) {
        return account.currency().getCurrencyCode();
    }

    private static String[] texts(java.util.stream.Stream<String> values) {
        return values.toArray(String[]::new);
    }
}
