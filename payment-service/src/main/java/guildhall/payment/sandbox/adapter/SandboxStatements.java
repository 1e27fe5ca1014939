package guildhall.payment.sandbox.adapter;

import static java.util.Comparator.comparing;

import guildhall.messages.money.Money;
import guildhall.payment.reconciliation.ProviderStatement;
import guildhall.payment.reconciliation.ProviderStatements;
import guildhall.payment.reconciliation.StatementEntry;
import guildhall.payment.sandbox.SandboxBookkeeping;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statement of the sandbox, from its own records alone. */
@Component
class SandboxStatements implements ProviderStatements {
    private final JdbcClient jdbc;

    SandboxStatements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String provider() {
        return SandboxBookkeeping.PROVIDER;
    }

    @Override
    public Set<Currency> currencies() {
        return jdbc.sql("select distinct currency from sandbox_charge").query(String.class).stream()
                .map(Currency::getInstance)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public ProviderStatement statement(Currency currency, Instant from, Instant until) {
        var booked = bookedBefore(currency, until);
        return new ProviderStatement(
                provider(),
                "%s-%s".formatted(currency, until),
                currency,
                from,
                until,
                booked.stream().mapToLong(StatementEntry::change).sum(),
                booked.stream()
                        .filter(entry -> !entry.bookedAt().isBefore(from))
                        .sorted(comparing(StatementEntry::bookedAt))
                        .toList());
    }

    private List<StatementEntry> bookedBefore(Currency currency, Instant until) {
        return jdbc
                .sql(
                        """
                        select charge_id, amount, currency, settles_at from sandbox_charge
                        where currency = :currency and decline_code = '' and settles_at < :until
                        """)
                .param("currency", currency.getCurrencyCode())
                .param("until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                .query((row, _) -> entries(row))
                .list()
                .stream()
                .flatMap(entries -> entries)
                .toList();
    }

    private static Stream<StatementEntry> entries(ResultSet row) throws SQLException {
        return SandboxBookkeeping.entriesOf(
                row.getString("charge_id"),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getObject("settles_at", OffsetDateTime.class).toInstant())
                .stream();
    }
}
