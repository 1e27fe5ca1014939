package guildhall.payment.seal.adapter;

import static guildhall.runtime.sql.SqlArray.texts;
import static guildhall.runtime.sql.SqlTime.utc;
import static java.util.Objects.requireNonNull;

import guildhall.payment.seal.JournalContent;
import guildhall.payment.seal.References;
import guildhall.payment.seal.Seal;
import guildhall.payment.seal.SealHash;
import guildhall.payment.seal.Verdict.Found;
import guildhall.payment.seal.Verdict.Link;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The seals, and how far they reach. */
@Repository
class JdbcSeals {
    private final JdbcClient jdbc;
    private final JournalContents journals;

    JdbcSeals(JdbcClient jdbc, JournalContents journals) {
        this.jdbc = jdbc;
        this.journals = journals;
    }

    /** Until the end of the transaction nobody else seals; empty when somebody else does. */
    Optional<Long> lockProgress() {
        return jdbc.sql("select sealed_through from seal_progress for update skip locked")
                .query(Long.class)
                .optional();
    }

    /** All transactions with a smaller number have ended. */
    long horizon() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
    }

    void progress(long sealedThrough) {
        jdbc.sql("update seal_progress set sealed_through = :through")
                .param("through", sealedThrough)
                .update();
    }

    /** The end of the chain. */
    Link head() {
        return jdbc.sql(
                        """
                        select position, encode(hash, 'hex') as hash
                        from journal_seal order by position desc limit 1
                        """)
                .query((row, _) -> link(row))
                .optional()
                .orElse(Link.ORIGIN);
    }

    /** Empty when there is no seal at this position. */
    Optional<Link> link(long position) {
        return position == 0
                ? Optional.of(Link.ORIGIN)
                : jdbc.sql(
                                """
                                select position, encode(hash, 'hex') as hash
                                from journal_seal where position = :position
                                """)
                        .param("position", position)
                        .query((row, _) -> link(row))
                        .optional();
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(row.getLong("position"), hash(row));
    }

    private static SealHash hash(ResultSet row) throws SQLException {
        return new SealHash(requireNonNull(row.getString("hash")));
    }

    /** The seals behind a position and their journals, by position. */
    List<Found> behind(long position, int limit) {
        var seals =
                jdbc.sql(
                                """
                                select position, journal_id, encode(hash, 'hex') as hash
                                from journal_seal where position > :position
                                order by position limit :limit
                                """)
                        .param("position", position)
                        .param("limit", limit)
                        .query((row, _) ->
                                new Seal(
                                        row.getLong("position"),
                                        row.getObject("journal_id", UUID.class),
                                        hash(row)))
                        .list();
        var contents = journals.read(seals.stream().map(Seal::journal).toList());
        return seals.stream()
                .map(seal -> new Found(seal, Optional.ofNullable(contents.get(seal.journal()))))
                .toList();
    }

    void add(List<Seal> seals, Instant at) {
        jdbc.sql(
                        """
                        insert into journal_seal (position, journal_id, hash, sealed_at)
                        select position, journal_id, decode(hash, 'hex'), :at
                        from unnest(:positions, :journals::uuid[], :hashes)
                            as seal (position, journal_id, hash)
                        """)
                .param("positions", seals.stream().mapToLong(Seal::position).toArray())
                .param("journals", texts(seals, Seal::journal))
                .param("hashes", texts(seals, Seal::hash))
                .param("at", utc(at))
                .update();
    }

    /** Makes journals findable by what their steps name. */
    void addReferences(List<JournalContent> sealed) {
        var references = new ArrayList<UUID>();
        var ids = new ArrayList<UUID>();
        for (var journal : sealed) {
            for (var reference : References.in(journal.source().step())) {
                references.add(reference);
                ids.add(journal.journal());
            }
        }
        jdbc.sql(
                        """
                        insert into journal_reference (reference, journal_id)
                        select * from unnest(:references::uuid[], :journals::uuid[])
                        on conflict do nothing
                        """)
                .param("references", texts(references))
                .param("journals", texts(ids))
                .update();
    }
}
