package guildhall.payment.stripe.adapter;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@WithStripe
@Repository
class JdbcStripeRefusals implements StripeRefusals {
    private final JdbcClient jdbc;

    JdbcStripeRefusals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> code(UUID ourId) {
        return jdbc.sql("select code from stripe_refusal where our_id = ?")
                .param(ourId)
                .query(String.class)
                .optional();
    }

    @Override
    public void note(UUID ourId, String code) {
        jdbc.sql(
                        """
                        insert into stripe_refusal (our_id, code) values (?, ?)
                        on conflict do nothing
                        """)
                .params(ourId, code)
                .update();
    }
}
