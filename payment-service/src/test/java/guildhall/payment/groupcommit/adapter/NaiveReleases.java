package guildhall.payment.groupcommit.adapter;

import static java.util.stream.Collectors.toMap;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import guildhall.messages.payment.EscrowEvents.EscrowReleasedV1;
import guildhall.payment.escrow.EscrowOrder;
import guildhall.payment.fee.FeeBasis;
import guildhall.payment.fee.FeeQuote;
import guildhall.payment.fee.FeeSchedules;
import guildhall.runtime.id.Ids;
import guildhall.runtime.outbox.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What one would write first, and what group commit is compared with: one release in one
 * transaction, row locks, one statement for each row, on the same tables with the same constraints
 * and the same event in the outbox.
 */
record NaiveReleases(
        JdbcClient jdbc, TransactionOperations transactions, FeeSchedules fees, Outbox outbox) {

    private record Row(
            Side payer,
            Side payee,
            ContractId contract,
            MilestoneId milestone,
            String title,
            Money held,
            Money released) {
        static Row of(ResultSet row) throws SQLException {
            var currency = row.getString("currency");
            return new Row(
                    side(row.getString("payer"), row.getObject("payer_user", UUID.class)),
                    side(row.getString("payee"), row.getObject("payee_user", UUID.class)),
                    new ContractId(row.getObject("contract_id", UUID.class)),
                    new MilestoneId(row.getObject("milestone_id", UUID.class)),
                    row.getString("title"),
                    Money.of(row.getLong("held"), currency),
                    Money.of(row.getLong("released"), currency));
        }

        private static Side side(String party, UUID user) {
            return new Side(Party.of(party), new UserId(user));
        }
    }

    private record Locked(long id, long balance, long lines) {
        Locked plus(long change) {
            return new Locked(id, balance + change, lines + 1);
        }
    }

    void release(EscrowOrder.Release order) {
        transactions.executeWithoutResult(_ -> {
            var escrow = lockEscrow(order);
            if (escrow.held().isLessThan(order.gross())) {
                throw new IllegalStateException("Not enough in " + order.escrow());
            }
            var quote =
                    fees.at(order.at())
                            .quote(FeeBasis.STANDARD, lockBilling(escrow), order.gross());
            var accounts = lockAccounts(order, escrow);
            writeEscrow(order, escrow, quote);
            writeBilling(escrow, quote);
            writeHold(order, escrow, quote);
            writeJournal(order, escrow, quote, accounts);
            outbox.add(
                    new EscrowReleasedV1(
                            order.escrow(),
                            order.release(),
                            escrow.contract(),
                            escrow.milestone(),
                            escrow.payer(),
                            escrow.payee(),
                            quote.gross(),
                            quote.fee(),
                            quote.net(),
                            escrow.held().minus(quote.gross()),
                            order.at(),
                            null,
                            null));
        });
    }

    private Row lockEscrow(EscrowOrder.Release order) {
        return jdbc.sql("select * from escrow where escrow_id = ? for update")
                .param(order.escrow().value())
                .query((row, _) -> Row.of(row))
                .single();
    }

    private Money lockBilling(Row escrow) {
        var currency = escrow.held().currency().getCurrencyCode();
        jdbc.sql("insert into pair_billing values (?, ?, ?, 0) on conflict do nothing")
                .params(escrow.payer().party().toString(), escrow.payee().party().toString())
                .param(currency)
                .update();
        var billed =
                jdbc.sql(
                                """
                                select billed from pair_billing
                                where client = ? and talent = ? and currency = ? for update
                                """)
                        .params(
                                escrow.payer().party().toString(),
                                escrow.payee().party().toString(),
                                currency)
                        .query(Long.class)
                        .single();
        return Money.of(billed, currency);
    }

    private Map<String, Locked> lockAccounts(EscrowOrder.Release order, Row escrow) {
        return jdbc
                .sql(
                        """
                        select account_id, code, balance, line_count from account
                        where currency = :currency and (code, owner) in (
                            ('ESCROW', :escrow), ('PENDING', :payee), ('FEE_REVENUE', :platform))
                        order by is_platform, account_id
                        for update
                        """)
                .param("currency", escrow.held().currency().getCurrencyCode())
                .param("escrow", order.escrow().toString())
                .param("payee", escrow.payee().party().toString())
                .param("platform", Party.PLATFORM.toString())
                .query((row, _) ->
                        Map.entry(
                                row.getString("code"),
                                new Locked(
                                        row.getLong("account_id"),
                                        row.getLong("balance"),
                                        row.getLong("line_count"))))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void writeEscrow(EscrowOrder.Release order, Row escrow, FeeQuote quote) {
        var left = escrow.held().minus(quote.gross()).minorUnits();
        jdbc.sql(
                        """
                        insert into escrow_movement (escrow_id, movement_no, kind, movement_id,
                            amount, fee, fee_schedule, still_held, moved_at)
                        select :escrow, coalesce(max(movement_no), 0) + 1, 'RELEASE', :release,
                            :amount, :fee, :schedule, :left, :at
                        from escrow_movement where escrow_id = :escrow
                        """)
                .param("escrow", order.escrow().value())
                .param("release", order.release().value())
                .param("amount", quote.gross().minorUnits())
                .param("fee", quote.fee().minorUnits())
                .param("schedule", quote.schedule())
                .param("left", left)
                .param("at", at(order))
                .update();
        jdbc.sql(
                        """
                        update escrow set status = ?, held = ?, released = ? where escrow_id = ?
                        """)
                .params(left == 0 ? "RELEASED" : "PARTIALLY_RELEASED", left)
                .params(escrow.released().plus(quote.gross()).minorUnits(), order.escrow().value())
                .update();
    }

    private void writeBilling(Row escrow, FeeQuote quote) {
        jdbc.sql(
                        """
                        update pair_billing set billed = billed + ?
                        where client = ? and talent = ? and currency = ?
                        """)
                .params(quote.gross().minorUnits(), escrow.payer().party().toString())
                .params(
                        escrow.payee().party().toString(),
                        escrow.held().currency().getCurrencyCode())
                .update();
    }

    private void writeHold(EscrowOrder.Release order, Row escrow, FeeQuote quote) {
        jdbc.sql(
                        """
                        insert into safety_hold (escrow_id, release_id, payee, payee_user,
                            currency, amount, description, clears_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(order.escrow().value(), order.release().value())
                .params(escrow.payee().party().toString(), escrow.payee().user().value())
                .params(escrow.held().currency().getCurrencyCode(), quote.net().minorUnits())
                .params(escrow.title(), at(order).plus(Duration.ofDays(7)))
                .update();
    }

    private void writeJournal(
            EscrowOrder.Release order, Row escrow, FeeQuote quote, Map<String, Locked> accounts) {
        var journal = Ids.next();
        jdbc.sql("insert into journal values (?, 'escrow', ?, ?, 'ESCROW_RELEASE', ?, ?)")
                .params(journal, order.escrow().value(), "released:" + order.release())
                .params(escrow.title(), at(order))
                .update();
        var from = move(accounts.get("ESCROW"), -quote.gross().minorUnits());
        var to = move(accounts.get("PENDING"), quote.net().minorUnits());
        var fee = move(accounts.get("FEE_REVENUE"), quote.fee().minorUnits());
        jdbc.sql(
                        """
                        insert into line (account_id, journal_id, currency, debit, credit,
                            balance_after, posted_at)
                        values (:from, :journal, :currency, :gross, 0, :fromAfter, :at),
                            (:to, :journal, :currency, 0, :net, :toAfter, :at),
                            (:fee, :journal, :currency, 0, :cut, :feeAfter, :at)
                        """)
                .param("from", from.id())
                .param("to", to.id())
                .param("fee", fee.id())
                .param("fromAfter", from.balance())
                .param("toAfter", to.balance())
                .param("feeAfter", fee.balance())
                .param("journal", journal)
                .param("currency", escrow.held().currency().getCurrencyCode())
                .param("gross", quote.gross().minorUnits())
                .param("net", quote.net().minorUnits())
                .param("cut", quote.fee().minorUnits())
                .param("at", at(order))
                .update();
    }

    private Locked move(Locked account, long change) {
        var moved = account.plus(change);
        jdbc.sql("update account set balance = ?, line_count = ? where account_id = ?")
                .params(moved.balance(), moved.lines(), moved.id())
                .update();
        return moved;
    }

    private static OffsetDateTime at(EscrowOrder.Release order) {
        return OffsetDateTime.ofInstant(order.at(), ZoneOffset.UTC);
    }
}
