package guildhall.payment.sandbox.adapter;

import static guildhall.payment.sandbox.adapter.SandboxEvents.utc;

import guildhall.messages.money.Money;
import guildhall.payment.provider.ProviderStatement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sandbox provider's own books: what it has captured for us and paid out. */
@Component
class SandboxStatement implements ProviderStatement {
    private static final String BOOKINGS =
            """
            with booking as (
                select charge_id as reference, intent_id as subject, 'CHARGE' as kind,
                    'IN' as direction, currency, amount, settles_at as booked_at
                from sandbox_charge where decline_code = ''
                union all
                select transfer_id, reference, 'PAYOUT', 'OUT', currency, amount, settles_at
                from sandbox_payout where failure = ''
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
    public List<Booking> bookings(Instant from, Instant until) {
        return jdbc.sql(
                        BOOKINGS
                                + """
                                select * from booking
                                where booked_at >= :from and booked_at < :until
                                order by booked_at, reference
                                """)
                .param("from", utc(from))
                .param("until", utc(until))
                .query((row, _) ->
                        new Booking(
                                row.getString("reference"),
                                row.getObject("subject", UUID.class),
                                Kind.valueOf(row.getString("kind")),
                                Direction.valueOf(row.getString("direction")),
                                Money.of(row.getLong("amount"), row.getString("currency")),
                                row.getObject("booked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public long balance(Currency currency, Instant at) {
        return jdbc.sql(
                        BOOKINGS
                                + """
                                select coalesce(sum(case direction when 'IN' then amount
                                    else -amount end), 0)::bigint
                                from booking where currency = :currency and booked_at < :at
                                """)
                .param("currency", currency.getCurrencyCode())
                .param("at", utc(at))
                .query(Long.class)
                .single();
    }
}
