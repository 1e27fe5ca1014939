package guildhall.payment.chargeback.adapter;

import guildhall.payment.ledger.SourceLookup;
import guildhall.payment.reconciliation.ProviderReferences;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which chargeback a provider means. */
@Repository
class ChargebackReferences implements ProviderReferences, SourceLookup {
    private final JdbcClient jdbc;

    ChargebackReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> sources(String reference) {
        return Set.copyOf(sources(Set.of(reference)).values());
    }

    @Override
    public Map<String, UUID> sources(Set<String> references) {
        var sources = new HashMap<String, UUID>();
        jdbc.sql(
                        """
                        select provider_ref, chargeback_id from chargeback
                        where provider_ref = any(?)
                        """)
                .param(references.toArray(String[]::new))
                .query(row -> {
                    sources.put(
                            row.getString("provider_ref"),
                            row.getObject("chargeback_id", UUID.class));
                });
        return sources;
    }
}
