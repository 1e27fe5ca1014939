package guildhall.payment.sandbox.adapter;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.messages.money.Money;
import guildhall.payment.reconciliation.ProviderStatement;
import guildhall.payment.reconciliation.ProviderStatements;
import guildhall.payment.reconciliation.StatementEntry;
import guildhall.payment.reconciliation.StatementEntry.Kind;
import guildhall.payment.sandbox.SandboxBookkeeping;
import guildhall.payment.sandbox.SandboxBookkeeping.Booking;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sandbox provider's own books: what it has captured for us, paid out and taken back. */
@WithSandbox
@Component
class SandboxStatement implements ProviderStatements {
    private static final String BOOKINGS =
            """
            with booking as (
                select charge_id as id, charge_id as name, 'CHARGE' as kind, 'IN' as direction,
                    currency, amount, settles_at as booked_at
                from sandbox_charge where decline_code = '' and cancelled_by is null
                union all
                select transfer_id, reference::text, 'PAYOUT', 'OUT', currency, amount, settles_at
                from sandbox_payout where failure = ''
                union all
                select 'back_' || transfer_id, reference::text, 'PAYOUT', 'IN', currency, amount,
                    returned_at
                from sandbox_payout where returned_at is not null
                union all
                select refund_id, reference::text, 'REFUND', 'OUT', currency, amount, settles_at
                from sandbox_refund where failure = ''
                union all
                select chargeback_id, chargeback_id, 'CHARGEBACK', 'OUT', currency, amount,
                    booked_at
                from sandbox_chargeback
                union all
                select 'fee_' || chargeback_id, chargeback_id, 'FEE', 'OUT', currency, fee,
                    booked_at
                from sandbox_chargeback where fee > 0
                union all
                select 'won_' || chargeback_id, chargeback_id, 'CHARGEBACK', 'IN', currency,
                    amount, won_at
                from sandbox_chargeback where won_at is not null
            )
            """;

    private final JdbcClient jdbc;

    SandboxStatement(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String provider() {
        return SandboxConfiguration.PROVIDER;
    }

    @Override
    public Set<Currency> currencies() {
        return jdbc
                .sql(BOOKINGS + "select distinct currency from booking")
                .query(String.class)
                .stream()
                .map(Currency::getInstance)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public ProviderStatement statement(Currency currency, Instant from, Instant until) {
        var entries =
                jdbc
                        .sql(
                                BOOKINGS
                                        + """
                                        select * from booking
                                        where currency = :currency and booked_at < :until
                                        order by booked_at, id
                                        """)
                        .param("currency", currency.getCurrencyCode())
                        .param("until", utc(until))
                        .query((row, _) -> SandboxBookkeeping.entriesOf(booking(row)))
                        .list()
                        .stream()
                        .flatMap(booked -> booked.stream())
                        .toList();
        return new ProviderStatement(
                provider(),
                "%s-%s".formatted(currency, until),
                currency,
                from,
                until,
                entries.stream().mapToLong(StatementEntry::change).sum(),
                entries.stream().filter(entry -> !entry.bookedAt().isBefore(from)).toList());
    }

    private static Booking booking(ResultSet row) throws SQLException {
        return new Booking(
                row.getString("id"),
                row.getString("name"),
                Kind.valueOf(row.getString("kind")),
                row.getString("direction").equals("IN"),
                Money.of(row.getLong("amount"), row.getString("currency")),
                instant(row, "booked_at"));
    }
}
