package guildhall.payment.stripe.adapter;

import guildhall.messages.id.PayoutId;
import guildhall.messages.money.Money;
import guildhall.payment.payout.PayoutProvider.Transfer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each attempt of a payout has come at Stripe. */
@WithStripe
@Repository
class StripePayoutRows implements StripePayoutLog {
    private final JdbcClient jdbc;

    StripePayoutRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void begin(Transfer transfer) {
        jdbc.sql(
                        """
                        insert into stripe_payout (payout_id, attempt, account, currency, amount)
                        values (:payout, :attempt, :account, :currency, :amount)
                        on conflict do nothing
                        """)
                .param("payout", transfer.payout().value())
                .param("attempt", transfer.attempt())
                .param("account", transfer.externalAccount())
                .param("currency", transfer.amount().currency().getCurrencyCode())
                .param("amount", transfer.amount().minorUnits())
                .update();
    }

    @Override
    public Optional<Attempt> find(PayoutId payout, int attempt) {
        return jdbc.sql(
                        """
                        select * from stripe_payout where payout_id = :payout and attempt = :attempt
                        """)
                .param("payout", payout.value())
                .param("attempt", attempt)
                .query((row, _) ->
                        new Attempt(
                                row.getString("account"),
                                Money.of(row.getLong("amount"), row.getString("currency")),
                                row.getString("transfer_id"),
                                row.getString("stripe_payout_id"),
                                row.getString("refusal")))
                .optional();
    }

    @Override
    public void transferred(PayoutId payout, int attempt, String transferId) {
        set("transfer_id", payout, attempt, transferId);
    }

    @Override
    public void paying(PayoutId payout, int attempt, String stripePayoutId) {
        set("stripe_payout_id", payout, attempt, stripePayoutId);
    }

    @Override
    public void refused(PayoutId payout, int attempt, String code) {
        set("refusal", payout, attempt, code);
    }

    private void set(String column, PayoutId payout, int attempt, @Nullable String value) {
        jdbc.sql(
                        "update stripe_payout set "
                                + column
                                + " = :value where payout_id = :payout and attempt = :attempt")
                .param("value", value)
                .param("payout", payout.value())
                .param("attempt", attempt)
                .update();
    }
}
