package guildhall.payment.topup.adapter;

import guildhall.payment.reconciliation.ProviderReferences;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which top-up a provider means. */
@Repository
class ChargeReferences implements ProviderReferences {
    private final JdbcClient jdbc;

    ChargeReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, UUID> sources(Set<String> references) {
        var sources = new HashMap<String, UUID>();
        jdbc.sql(
                        """
                        select provider_ref, intent_id from payment_intent
                        where provider_ref = any(?)
                        """)
                .param(references.toArray(String[]::new))
                .query(row -> {
                    sources.put(
                            row.getString("provider_ref"), row.getObject("intent_id", UUID.class));
                });
        return sources;
    }
}
