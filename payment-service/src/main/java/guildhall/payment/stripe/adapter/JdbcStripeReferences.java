package guildhall.payment.stripe.adapter;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@WithStripe
@Repository
class JdbcStripeReferences implements StripeReferences {
    private final JdbcClient jdbc;

    JdbcStripeReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> stripeId(UUID ourId) {
        return jdbc.sql("select stripe_id from stripe_reference where our_id = ?")
                .param(ourId)
                .query(String.class)
                .optional();
    }

    @Override
    public Optional<UUID> ourId(String stripeId) {
        return jdbc.sql("select our_id from stripe_reference where stripe_id = ?")
                .param(stripeId)
                .query(UUID.class)
                .optional();
    }

    @Override
    public void remember(UUID ourId, String stripeId) {
        jdbc.sql(
                        """
                        insert into stripe_reference (our_id, stripe_id) values (?, ?)
                        on conflict do nothing
                        """)
                .params(ourId, stripeId)
                .update();
    }
}
