package guildhall.payment.paymentmethod.adapter;

import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.payment.paymentmethod.CardFace;
import guildhall.payment.paymentmethod.MethodVault;
import guildhall.payment.paymentmethod.MethodVault.Kept;
import guildhall.payment.paymentmethod.PaymentMethodId;
import guildhall.payment.paymentmethod.PaymentMethods;
import guildhall.payment.paymentmethod.SavedMethod;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPaymentMethods implements PaymentMethods {
    private final JdbcClient jdbc;
    private final String provider;

    JdbcPaymentMethods(JdbcClient jdbc, MethodVault vault) {
        this.jdbc = jdbc;
        this.provider = vault.provider();
    }

    @Override
    public List<SavedMethod> of(Party owner) {
        return jdbc.sql(
                        """
                        select * from payment_method
                        where owner = :owner and provider = :provider and status = 'READY'
                        order by method_id
                        """)
                .param("owner", owner.toString())
                .param("provider", provider)
                .query((row, _) -> method(row))
                .list();
    }

    @Override
    public void choose(PaymentIntentId intent, PaymentMethodId method) {
        jdbc.sql(
                        """
                        insert into payment_method_choice (intent_id, method_id)
                        values (:intent, :method)
                        on conflict do nothing
                        """)
                .param("intent", intent.value())
                .param("method", method.value())
                .update();
    }

    @Override
    public Optional<SavedMethod> chosenFor(PaymentIntentId intent) {
        return jdbc.sql(
                        """
                        select payment_method.*
                        from payment_method_choice join payment_method using (method_id)
                        where intent_id = :intent and provider = :provider and status = 'READY'
                        """)
                .param("intent", intent.value())
                .param("provider", provider)
                .query((row, _) -> method(row))
                .optional();
    }

    void begin(PaymentMethodId id, Party owner, Instant at) {
        jdbc.sql(
                        """
                        insert into payment_method (method_id, owner, provider, begun_at)
                        values (:id, :owner, :provider, :at)
                        """)
                .param("id", id.value())
                .param("owner", owner.toString())
                .param("provider", provider)
                .param("at", utc(at))
                .update();
    }

    /** Whether the party has begun it, and has not removed it since. */
    boolean isBegun(PaymentMethodId id, Party owner) {
        return jdbc.sql(
                        """
                        select exists (
                            select from payment_method
                            where method_id = :id and owner = :owner and provider = :provider
                                and status <> 'REMOVED'
                        )
                        """)
                .param("id", id.value())
                .param("owner", owner.toString())
                .param("provider", provider)
                .query(Boolean.class)
                .single();
    }

    void complete(PaymentMethodId id, Kept kept) {
        jdbc.sql(
                        """
                        update payment_method
                        set status = 'READY', token = :token, brand = :brand,
                            last_four = :lastFour, expires = :expires
                        where method_id = :id and status = 'PENDING'
                        """)
                .param("id", id.value())
                .param("token", kept.token())
                .param("brand", kept.face().brand())
                .param("lastFour", kept.face().lastFour())
                .param("expires", kept.face().expires().toString())
                .update();
    }

    /** Whether there was one to remove. */
    boolean remove(PaymentMethodId id, Party owner, Instant at) {
        return jdbc.sql(
                                """
                                update payment_method set status = 'REMOVED', removed_at = :at
                                where method_id = :id and owner = :owner and status = 'READY'
                                """)
                        .param("id", id.value())
                        .param("owner", owner.toString())
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    /** Tokens that the provider has still to forget, the longest removed first. */
    List<String> toForget(int limit) {
        return jdbc.sql(
                        """
                        select token from payment_method
                        where provider = :provider and status = 'REMOVED' and forgotten_at is null
                        order by removed_at
                        limit :limit
                        """)
                .param("provider", provider)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    void forgotten(String token, Instant at) {
        jdbc.sql(
                        """
                        update payment_method set forgotten_at = :at
                        where provider = :provider and token = :token
                        """)
                .param("provider", provider)
                .param("token", token)
                .param("at", utc(at))
                .update();
    }

    private static SavedMethod method(ResultSet row) throws SQLException {
        var owner = row.getString("owner").split(":", 2);
        return new SavedMethod(
                new PaymentMethodId(row.getObject("method_id", UUID.class)),
                new Party(PartyType.valueOf(owner[0]), UUID.fromString(owner[1])),
                row.getString("token"),
                new CardFace(
                        row.getString("brand"),
                        row.getString("last_four"),
                        YearMonth.parse(row.getString("expires"))));
    }
}
