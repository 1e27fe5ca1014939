package guildhall.payment.verification.adapter;

import static guildhall.runtime.sql.SqlTime.instantOrNull;
import static guildhall.runtime.sql.SqlTime.utcOrNull;

import guildhall.messages.party.Party;
import guildhall.messages.party.VerificationTier;
import guildhall.payment.verification.KnownTier;
import guildhall.payment.verification.KnownTiers;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcKnownTiers implements KnownTiers {
    private final JdbcClient jdbc;

    JdbcKnownTiers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<KnownTier> find(Party party) {
        return jdbc.sql("select tier, good_until from party_tier where party = :party")
                .param("party", party.toString())
                .query((row, _) ->
                        new KnownTier(
                                VerificationTier.valueOf(row.getString("tier")),
                                instantOrNull(row, "good_until")))
                .optional();
    }

    @Override
    public void keep(Party party, KnownTier tier, long revision) {
        jdbc.sql(
                        """
                        insert into party_tier (party, tier, good_until, revision)
                        values (:party, :tier, :until, :revision)
                        on conflict (party) do update set tier = excluded.tier,
                            good_until = excluded.good_until, revision = excluded.revision
                            where party_tier.revision < excluded.revision
                        """)
                .param("party", party.toString())
                .param("tier", tier.tier().name())
                .param("until", utcOrNull(tier.until()))
                .param("revision", revision)
                .update();
    }
}
