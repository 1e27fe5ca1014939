package guildhall.payment.ledger.adapter;

import guildhall.payment.alarm.BooksCheck;
import guildhall.payment.ledger.AccountCode;
import guildhall.payment.ledger.TrialBalance;
import guildhall.payment.ledger.TrialBalance.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the whole ledger to see whether it adds up. */
@Repository
class LedgerBooks {
    private static final String CHECKS =
            """
            with folded as (
                select account_id, sum(credit) - sum(debit) as balance, count(*) as lines
                from line group by account_id
            ), balances as (
                select abs(account.balance - coalesce(folded.balance, 0))
                    + abs(account.line_count - coalesce(folded.lines, 0)) as wrong
                from account left join folded using (account_id)
            ), currencies as (
                select abs(sum(balance)) as wrong from account group by currency
            ), in_escrow as (
                select owner, sum(balance) as balance
                from account where code in ('ESCROW', 'DISPUTE_HOLD') group by owner
            ), escrows as (
                select abs(coalesce(escrow.funded - escrow.released - escrow.refunded, 0)
                    - coalesce(in_escrow.balance, 0)) as wrong
                from in_escrow
                full join (select * from escrow where funded > 0) escrow
                    on in_escrow.owner = escrow.escrow_id::text
            ), wallets as (
                select abs(account.balance) as wrong
                from account
                where code in ('AVAILABLE', 'PENDING') and balance <> 0
                    and not exists (
                        select from wallet
                        where wallet.owner = account.owner
                            and wallet.currency = account.currency)
            ), held_back as (
                select payee as owner, currency, sum(amount) as amount
                from safety_hold
                where cleared_at is null and recalled_at is null
                group by payee, currency
            ), safety_holds as (
                select abs(coalesce(pending.balance, 0) - coalesce(held_back.amount, 0)) as wrong
                from held_back
                full join (select * from account where code = 'PENDING') pending
                    using (owner, currency)
            ), under_way as (
                select currency, sum(amount) as amount
                from (
                    select currency, amount - fee as amount
                    from payout where status in ('PENDING', 'PROCESSING')
                    union all
                    select currency, amount from card_refund where status = 'APPROVED'
                ) moving
                group by currency
            ), transit as (
                select abs(coalesce(account.balance, 0) - coalesce(under_way.amount, 0)) as wrong
                from under_way
                full join (select * from account where code = 'PAYOUT_TRANSIT') account
                    using (currency)
            ), negative as (
                select -balance as wrong
                from account where balance < 0 and code = any(:protected)
            ), unused_credits as (
                select currency, sum(value) as value
                from (
                    select currency, value_left as value from credit_lot
                    union all
                    select lot.currency, part.value
                    from credit_reservation_part part join credit_lot lot using (lot_id)
                ) everywhere
                group by currency
            ), credits as (
                select abs(coalesce(unused_credits.value, 0) - coalesce(deferred.balance, 0))
                    as wrong
                from unused_credits
                full join (select * from account where code = 'CREDIT_DEFERRED') deferred
                    using (currency)
            ), unsealed as (
                select count(*) as wrong
                from journal
                where posted_in < (select sealed_through from seal_progress)
                    and not exists (
                        select from journal_seal
                        where journal_seal.journal_id = journal.journal_id)
            )
            select 'BALANCES' as check_name, coalesce(sum(wrong), 0) as wrong from balances
            union all select 'TRIAL_BALANCE', coalesce(sum(wrong), 0) from currencies
            union all select 'ESCROWS', coalesce(sum(wrong), 0) from escrows
            union all select 'WALLETS', coalesce(sum(wrong), 0) from wallets
            union all select 'SAFETY_HOLDS', coalesce(sum(wrong), 0) from safety_holds
            union all select 'TRANSIT', coalesce(sum(wrong), 0) from transit
            union all select 'NEGATIVE_BALANCES', coalesce(sum(wrong), 0) from negative
            union all select 'CREDITS', coalesce(sum(wrong), 0) from credits
            union all select 'UNSEALED_JOURNALS', wrong from unsealed
            """;

    private final JdbcClient jdbc;

    LedgerBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    TrialBalance trialBalance() {
        return new TrialBalance(
                jdbc.sql(
                                """
                                select code, currency, count(*) as accounts,
                                    coalesce(sum(-balance) filter (where balance < 0), 0) as debit,
                                    coalesce(sum(balance) filter (where balance > 0), 0) as credit
                                from account
                                group by code, currency
                                order by currency, code
                                """)
                        .query((row, _) ->
                                new Row(
                                        AccountCode.valueOf(row.getString("code")),
                                        Currency.getInstance(row.getString("currency")),
                                        row.getLong("accounts"),
                                        integer(row.getBigDecimal("debit")),
                                        integer(row.getBigDecimal("credit"))))
                        .list());
    }

    /** What is wrong over all checks; zero when the books add up. */
    BigInteger difference() {
        return differences().values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    /**
     * What is wrong by check, in minor units (of unsealed journals their number), signs ignored so
     * that errors cannot cancel each other out. One statement, hence one moment.
     */
    Map<BooksCheck, BigInteger> differences() {
        var differences = new EnumMap<BooksCheck, BigInteger>(BooksCheck.class);
        jdbc.sql(CHECKS)
                .param("protected", protectedCodes())
                .query(row -> {
                    differences.put(
                            BooksCheck.valueOf(row.getString("check_name")),
                            integer(row.getBigDecimal("wrong")));
                });
        return differences;
    }

    private static String[] protectedCodes() {
        return Arrays.stream(AccountCode.values())
                .filter(AccountCode::isProtected)
                .map(AccountCode::name)
                .toArray(String[]::new);
    }

    private static BigInteger integer(BigDecimal sum) {
        return sum.toBigIntegerExact();
    }
}
