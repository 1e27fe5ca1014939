package guildhall.payment;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.messages.payment.PaymentCommands.FundEscrowV1;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.CashClearing;
import guildhall.payment.ledger.Account.Receivable;
import guildhall.payment.ledger.Entry;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Ledger;
import guildhall.payment.ledger.Reason;
import guildhall.runtime.id.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Parties with money, and a look at the books. */
public class TestMoney {
    private static final Currency USD = Currency.getInstance("USD");
    private static final CashClearing CASH = new CashClearing(USD);

    private final Ledger ledger;
    private final TransactionOperations transactions;
    private final JdbcClient jdbc;

    TestMoney(Ledger ledger, TransactionOperations transactions, JdbcClient jdbc) {
        this.ledger = ledger;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** A milestone that a client wants to pay a talent for. */
    public record Deal(
            EscrowId escrow,
            ContractId contract,
            MilestoneId milestone,
            Side payer,
            Side payee,
            Money amount) {
        public FundEscrowV1 fund(int attempt) {
            return new FundEscrowV1(
                    escrow, attempt, contract, milestone, "Logo", payer, payee, amount);
        }
    }

    public Deal deal(long amount) {
        return deal(amount, side(PartyType.BUSINESS));
    }

    public Deal deal(long amount, Side payer) {
        return deal(amount, payer, side(PartyType.TALENT));
    }

    public Deal deal(long amount, Side payer, Side payee) {
        return new Deal(
                new EscrowId(Ids.next()),
                new ContractId(Ids.next()),
                new MilestoneId(Ids.next()),
                payer,
                payee,
                new Money(amount, USD));
    }

    public static Side side(PartyType type) {
        return new Side(new Party(type, Ids.next()), new UserId(Ids.next()));
    }

    /** As a top-up would, without a provider. */
    public void deposit(Party owner, long amount) {
        var money = new Money(amount, USD);
        post(
                new JournalSource("top-up", Ids.next(), "succeeded"),
                Reason.DEPOSIT,
                debit(CASH, money),
                credit(new Available(owner, USD), money));
    }

    /** As a payout would, at once. */
    public void withdraw(Party owner, long amount) {
        var money = new Money(amount, USD);
        post(
                new JournalSource("payout", Ids.next(), "completed"),
                Reason.PAYOUT,
                debit(new Available(owner, USD), money),
                credit(CASH, money));
    }

    /** As after a chargeback of what was spent already. */
    public void owe(Party owner, long amount) {
        var money = new Money(amount, USD);
        post(
                new JournalSource("chargeback", Ids.next(), "received"),
                Reason.CHARGEBACK,
                debit(new Receivable(owner, USD), money),
                credit(CASH, money));
    }

    /** As when it has paid that back. */
    public void owesNothingOf(Party owner, long amount) {
        var money = new Money(amount, USD);
        post(
                new JournalSource("chargeback", Ids.next(), "returned"),
                Reason.CHARGEBACK,
                debit(CASH, money),
                credit(new Receivable(owner, USD), money));
    }

    private void post(JournalSource source, Reason reason, Entry debit, Entry credit) {
        transactions.executeWithoutResult(_ -> {
            var postings = ledger.lock(Set.of(debit.account(), credit.account()));
            postings.postChecked(
                    new Journal(source, reason, "Top-up", Instant.now(), List.of(debit, credit)));
            ledger.write(postings);
        });
    }

    public long available(Party owner) {
        return balance("AVAILABLE", owner.toString());
    }

    public long pending(Party owner) {
        return balance("PENDING", owner.toString());
    }

    public long escrowed(EscrowId escrow) {
        return balance("ESCROW", escrow.toString());
    }

    public long frozen(EscrowId escrow) {
        return balance("DISPUTE_HOLD", escrow.toString());
    }

    public long deferred(EscrowId escrow) {
        return balance("BUYER_FEE_DEFERRED", escrow.toString());
    }

    /** Whether its funding was accepted or refused. */
    public boolean isAnswered(Deal deal) {
        return jdbc.sql("select count(*) from escrow where escrow_id = ?")
                        .param(deal.escrow().value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    public long fees() {
        return balance("FEE_REVENUE", Party.PLATFORM.toString());
    }

    private long balance(String code, String owner) {
        return jdbc.sql("select balance from account where code = ? and owner = ?")
                .params(code, owner)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** As staff would. */
    public void freeze(Party owner) {
        decide(owner, 1, "FROZEN");
    }

    /** After it was frozen. */
    public void unfreeze(Party owner) {
        decide(owner, 2, "ACTIVE");
    }

    private void decide(Party owner, int change, String state) {
        jdbc.sql(
                        """
                        insert into wallet_state (owner, currency, change_no, state, reason,
                            decided_by, decided_at)
                        values (?, 'USD', ?, ?, 'Looked odd', ?, now())
                        """)
                .params(owner.toString(), change, state, Ids.next())
                .update();
    }

    /** Recomputed here from the lines alone, independently of the service's own audit. */
    public void assertLedgerAddsUp() {
        assertThat(
                        sum(
                                """
                                select coalesce(sum(abs(wrong)), 0) from (
                                    select account.balance - coalesce((
                                        select sum(credit - debit) from line
                                        where line.account_id = account.account_id), 0) as wrong
                                    from account) balances
                                """))
                .isZero();
        assertThat(sum("select coalesce(sum(balance), 0) from account")).isZero();
        assertThat(
                        sum(
                                """
                                select coalesce((select sum(held) from escrow), 0)
                                    - coalesce((
                                        select sum(balance) from account where code = 'ESCROW'), 0)
                                """))
                .isZero();
        assertThat(
                        sum(
                                """
                                select coalesce((select sum(frozen) from escrow), 0)
                                    - coalesce((select sum(balance) from account
                                        where code = 'DISPUTE_HOLD'), 0)
                                """))
                .isZero();
        assertThat(
                        sum(
                                """
                                select coalesce((select sum(deferred_fee) from escrow), 0)
                                    - coalesce((select sum(balance) from account
                                        where code = 'BUYER_FEE_DEFERRED'), 0)
                                """))
                .isZero();
    }

    private BigDecimal sum(String sql) {
        return jdbc.sql(sql).query(BigDecimal.class).single();
    }
}
