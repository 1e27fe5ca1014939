package guildhall.review.reputation.adapter;

import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.messages.party.Party;
import guildhall.messages.review.ReputationEvents.ReputationChangedV1;
import guildhall.review.reputation.Reputation;
import guildhall.review.reputation.Reputations;
import guildhall.runtime.outbox.Outbox;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReputations implements Reputations {
    private final JdbcClient db;
    private final Outbox outbox;

    JdbcReputations(JdbcClient db, Outbox outbox) {
        this.db = db;
        this.outbox = outbox;
    }

    /** In one order, so that two publications about the same parties wait and do not deadlock. */
    @Override
    public void recompute(Collection<Party> parties, Instant at) {
        parties.stream()
                .distinct()
                .sorted(Comparator.comparing(Party::toString))
                .forEach(party -> recompute(party, at));
    }

    private void recompute(Party party, Instant at) {
        lock(party, at);
        // Its own statement, so that it sees what was published while the lock was waited for.
        var reputation =
                db.sql(
                                """
                                select coalesce(sum(rating), 0) as sum, count(*) as reviews
                                from review
                                where subject_type = ? and subject_id = ?
                                    and published_at is not null
                                """)
                        .params(party.type().name(), party.id())
                        .query((row, _) ->
                                Reputation.of(party, row.getLong("sum"), row.getInt("reviews")))
                        .single();
        db.sql(
                        """
                        update reputation set reviews = ?, average_hundredths = ?, changed_at = ?
                        where party_type = ? and party_id = ?
                        """)
                .params(
                        reputation.reviews(),
                        reputation.averageHundredths(),
                        utc(at),
                        party.type().name(),
                        party.id())
                .update();
        outbox.add(
                new ReputationChangedV1(
                        party, reputation.averageHundredths(), reputation.reviews(), at));
    }

    private void lock(Party party, Instant at) {
        db.sql(
                        """
                        insert into reputation (party_type, party_id, reviews, average_hundredths,
                            changed_at)
                        values (?, ?, 0, 0, ?)
                        on conflict (party_type, party_id) do update
                            set changed_at = excluded.changed_at
                        """)
                .params(party.type().name(), party.id(), utc(at))
                .update();
    }

    @Override
    public Optional<Reputation> find(Party party) {
        return db.sql(
                        """
                        select average_hundredths, reviews from reputation
                        where party_type = ? and party_id = ?
                        """)
                .params(party.type().name(), party.id())
                .query((row, _) ->
                        new Reputation(
                                party, row.getInt("average_hundredths"), row.getInt("reviews")))
                .optional();
    }
}
