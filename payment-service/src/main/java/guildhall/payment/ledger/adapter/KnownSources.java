package guildhall.payment.ledger.adapter;

import guildhall.payment.ledger.SourceLookup;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contracts lead to their escrows, references of providers to top-ups. */
@Repository
class KnownSources implements SourceLookup {
    private final JdbcClient jdbc;

    KnownSources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> sources(String reference) {
        return jdbc.sql(
                        """
                        select escrow_id from escrow where contract_id = :uuid::uuid
                        union
                        select intent_id from payment_intent where provider_ref = :reference
                        """)
                .param("uuid", Reference.uuid(reference).map(UUID::toString).orElse(null))
                .param("reference", reference)
                .query(UUID.class)
                .set();
    }
}
