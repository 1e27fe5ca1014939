package guildhall.payment.ledger.adapter;

import static guildhall.runtime.sql.SqlArray.texts;
import static guildhall.runtime.sql.SqlTime.instant;
import static java.util.Objects.requireNonNull;

import guildhall.messages.money.Money;
import guildhall.payment.ledger.AccountCode;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import guildhall.payment.ledger.SourceLookup;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts, lines and journals as staff looks at them. */
@Repository
class LedgerExplorer {
    /** All codes, because the index on accounts begins with the code. */
    private static final String[] CODES =
            Arrays.stream(AccountCode.values()).map(AccountCode::name).toArray(String[]::new);

    private final JdbcClient jdbc;
    private final List<SourceLookup> lookups;

    LedgerExplorer(JdbcClient jdbc, List<SourceLookup> lookups) {
        this.jdbc = jdbc;
        this.lookups = List.copyOf(lookups);
    }

    record AccountRow(
            long id,
            AccountCode code,
            String owner,
            String currency,
            long balance,
            long lines,
            Instant openedAt) {}

    /** A line as seen from its journal or from its account. */
    record LineRow(
            long number,
            UUID journal,
            long account,
            AccountCode code,
            String owner,
            @Nullable Money debit,
            @Nullable Money credit,
            long balanceAfter,
            Instant postedAt) {}

    record FoundJournal(
            UUID id, JournalSource source, Reason reason, String description, Instant postedAt) {}

    record SealRow(long position, String hash) {}

    /** What accounts are looked for; null means any. */
    record Wanted(@Nullable AccountCode code, @Nullable String owner, @Nullable String currency) {}

    List<AccountRow> accounts(Wanted wanted, long after, int rows) {
        return jdbc.sql(
                        """
                        select * from account
                        where account_id > :after and code = any(:codes)
                        """
                                + (wanted.owner() == null ? "" : " and owner = :owner")
                                + (wanted.currency() == null ? "" : " and currency = :currency")
                                + " order by account_id limit :rows")
                .param("after", after)
                .param("codes", codes(wanted.code()))
                .param("owner", wanted.owner())
                .param("currency", wanted.currency())
                .param("rows", rows)
                .query((row, _) -> account(row))
                .list();
    }

    private static String[] codes(@Nullable AccountCode code) {
        return code == null ? CODES : new String[] {code.name()};
    }

    Optional<AccountRow> account(long id) {
        return jdbc.sql("select * from account where account_id = :id")
                .param("id", id)
                .query((row, _) -> account(row))
                .optional();
    }

    private static AccountRow account(ResultSet row) throws SQLException {
        return new AccountRow(
                row.getLong("account_id"),
                AccountCode.valueOf(row.getString("code")),
                requireNonNull(row.getString("owner")),
                requireNonNull(row.getString("currency")),
                row.getLong("balance"),
                row.getLong("line_count"),
                instant(row, "opened_at"));
    }

    /** Newest first. */
    List<LineRow> lines(long account, long before, int rows) {
        return jdbc.sql(
                        """
                        select line.*, account.code, account.owner
                        from line join account using (account_id)
                        where account_id = :account and line_id < :before
                        order by line_id desc limit :rows
                        """)
                .param("account", account)
                .param("before", before)
                .param("rows", rows)
                .query((row, _) -> line(row))
                .list();
    }

    /** In the order in which they were posted. */
    List<LineRow> linesOf(UUID journal) {
        return jdbc.sql(
                        """
                        select line.*, account.code, account.owner
                        from line join account using (account_id)
                        where journal_id = :journal
                        order by line_id
                        """)
                .param("journal", journal)
                .query((row, _) -> line(row))
                .list();
    }

    private static LineRow line(ResultSet row) throws SQLException {
        var currency = requireNonNull(row.getString("currency"));
        return new LineRow(
                row.getLong("line_id"),
                row.getObject("journal_id", UUID.class),
                row.getLong("account_id"),
                AccountCode.valueOf(row.getString("code")),
                requireNonNull(row.getString("owner")),
                amount(row.getLong("debit"), currency),
                amount(row.getLong("credit"), currency),
                row.getLong("balance_after"),
                instant(row, "posted_at"));
    }

    private static @Nullable Money amount(long minorUnits, String currency) {
        return minorUnits == 0 ? null : Money.of(minorUnits, currency);
    }

    Optional<FoundJournal> journal(UUID id) {
        return jdbc.sql("select * from journal where journal_id = :id")
                .param("id", id)
                .query((row, _) -> journal(row))
                .optional();
    }

    /** Empty during the moment before it is sealed. */
    Optional<SealRow> seal(UUID journal) {
        return jdbc.sql(
                        """
                        select position, encode(hash, 'hex') as hash
                        from journal_seal where journal_id = :journal
                        """)
                .param("journal", journal)
                .query((row, _) ->
                        new SealRow(row.getLong("position"), requireNonNull(row.getString("hash"))))
                .optional();
    }

    /** Newest first. */
    List<FoundJournal> search(Reference reference, UUID before, int rows) {
        var sources = sources(reference);
        return jdbc.sql(
                        """
                        with recursive kind (name) as (
                            select min(source_type) from journal
                            union all
                            select (select min(source_type) from journal where source_type > name)
                            from kind where name is not null
                        ), found as (
                            select journal_id from journal where journal_id = :uuid::uuid
                            union
                            select journal_id
                            from kind join journal on source_type = kind.name
                                and source_id = any(:sources::uuid[])
                            union
                            select journal_id from journal_reference where reference = :uuid::uuid
                            union
                            select line.journal_id
                            from account join line using (account_id)
                            where account.code = any(:codes) and account.owner = any(:owners)
                        )
                        select journal.* from found join journal using (journal_id)
                        where journal_id < :before
                        order by journal_id desc limit :rows
                        """)
                .param("uuid", reference.uuid().map(UUID::toString).orElse(null))
                .param("sources", texts(sources))
                .param("codes", CODES)
                .param("owners", owners(reference, sources))
                .param("before", before)
                .param("rows", rows)
                .query((row, _) -> journal(row))
                .list();
    }

    private Set<UUID> sources(Reference reference) {
        var sources = new HashSet<UUID>();
        reference.uuid().ifPresent(sources::add);
        lookups.forEach(lookup -> sources.addAll(lookup.sources(reference.text())));
        return sources;
    }

    /** Of an escrow all journals count that touch its accounts, whatever they were posted for. */
    private static String[] owners(Reference reference, Set<UUID> sources) {
        var owners = new HashSet<>(reference.owners());
        sources.forEach(source -> owners.add(source.toString()));
        return owners.toArray(String[]::new);
    }

    private static FoundJournal journal(ResultSet row) throws SQLException {
        return new FoundJournal(
                row.getObject("journal_id", UUID.class),
                new JournalSource(
                        row.getString("source_type"),
                        row.getObject("source_id", UUID.class),
                        row.getString("step")),
                Reason.valueOf(row.getString("reason")),
                requireNonNull(row.getString("description")),
                instant(row, "posted_at"));
    }
}
