package guildhall.payment.payout.adapter;

import static guildhall.runtime.sql.SqlArray.texts;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.messages.id.PayoutId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.payment.payout.Payout;
import guildhall.payment.payout.Payout.Absent;
import guildhall.payment.payout.Payout.Pending;
import guildhall.payment.payout.Payout.Requested;
import guildhall.payment.payout.PayoutOrder;
import guildhall.payment.payout.Payouts;
import guildhall.runtime.list.Place;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcPayouts implements Payouts {
    private static final UUID BEGINNING = new UUID(0, 0);

    private final JdbcClient jdbc;

    JdbcPayouts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Payout find(PayoutId id) {
        return read("select * from payout where payout_id = :id", id);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Payout lock(PayoutId id) {
        return read("select * from payout where payout_id = :id for no key update", id);
    }

    private Payout read(String sql, PayoutId id) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .query((row, _) -> (Payout) StoredPayout.read(row))
                .optional()
                .orElseGet(Absent::new);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Pending> lockDue(Instant now, Instant unchangedSince, int limit) {
        return jdbc.sql(
                        """
                        select payout.*
                        from payout join payout_account account using (account_id)
                        where payout.status = 'PENDING' and payout.review <> 'AWAITED'
                            and payout.due_at <= :now
                            and account.status = 'ACTIVE' and account.changed_at <= :unchanged
                            and not exists (
                                select from account debt
                                where debt.code = 'RECEIVABLE' and debt.owner = payout.owner
                                    and debt.currency = payout.currency and debt.balance < 0)
                            and coalesce((
                                select state from wallet_state
                                where wallet_state.owner = payout.owner
                                    and wallet_state.currency = payout.currency
                                order by change_no desc
                                limit 1), 'ACTIVE') = 'ACTIVE'
                        order by payout.due_at
                        limit :limit
                        for no key update of payout skip locked
                        """)
                .param("now", utc(now))
                .param("unchanged", utc(unchangedSince))
                .param("limit", limit)
                .query((row, _) -> (Pending) StoredPayout.read(row))
                .list();
    }

    @Override
    public List<Requested> ownedBy(Party owner, Place before, int limit) {
        return jdbc.sql(
                        """
                        select * from payout
                        where owner = :owner and (requested_at, payout_id) < (:at, :id)
                        order by requested_at desc, payout_id desc
                        limit :limit
                        """)
                .param("owner", owner.toString())
                .param("at", utc(before.at()))
                .param("id", before.id())
                .param("limit", limit)
                .query((row, _) -> StoredPayout.read(row))
                .list();
    }

    @Override
    public List<Requested> awaitingReview(Optional<UUID> after, int limit) {
        return jdbc.sql(
                        """
                        select * from payout
                        where status = 'PENDING' and review = 'AWAITED' and payout_id > :after
                        order by payout_id
                        limit :limit
                        """)
                .param("after", after.orElse(BEGINNING))
                .param("limit", limit)
                .query((row, _) -> StoredPayout.read(row))
                .list();
    }

    @Override
    public Money withdrawnSince(Party owner, Currency currency, Instant since) {
        var minorUnits =
                jdbc.sql(
                                """
                                select coalesce(sum(amount), 0)::bigint from payout
                                where owner = :owner and currency = :currency
                                    and requested_at > :since
                                    and status not in ('FAILED', 'CANCELLED', 'RETURNED')
                                """)
                        .param("owner", owner.toString())
                        .param("currency", currency.getCurrencyCode())
                        .param("since", utc(since))
                        .query(Long.class)
                        .single();
        return new Money(minorUnits, currency);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Payout before, Requested after) {
        if (before instanceof Absent) {
            insert(after.order());
        }
        update(after);
    }

    private void insert(PayoutOrder order) {
        jdbc.sql(
                        """
                        insert into payout (payout_id, status, owner, owner_user, account_id,
                            currency, amount, fee, speed, requested_at, review, due_at)
                        values (:id, 'PENDING', :owner, :user, :account, :currency, :amount, :fee,
                            :speed, :at, 'NOT_NEEDED', :at)
                        """)
                .param("id", order.id().value())
                .param("owner", order.owner().party().toString())
                .param("user", order.owner().user().value())
                .param("account", order.account().value())
                .param("currency", order.amount().currency().getCurrencyCode())
                .param("amount", order.amount().minorUnits())
                .param("fee", order.fee().minorUnits())
                .param("speed", order.speed().name())
                .param("at", utc(order.requestedAt()))
                .update();
    }

    /** What a state does not say stays as it was: the history of the payout. */
    private void update(Requested payout) {
        jdbc.sql(
                        """
                        update payout
                        set status = :status,
                            review = :review,
                            first_approver = coalesce(:first::uuid, first_approver),
                            first_reason = coalesce(:first_reason, first_reason),
                            first_approved_at = coalesce(:first_at::timestamptz, first_approved_at),
                            reviewed_by = coalesce(:reviewer::uuid, reviewed_by),
                            review_reason = coalesce(:review_reason, review_reason),
                            reviewed_at = coalesce(:reviewed::timestamptz, reviewed_at),
                            attempts = coalesce(:attempts, attempts),
                            due_at = coalesce(:due::timestamptz, due_at),
                            submitted_at = coalesce(:submitted::timestamptz, submitted_at),
                            provider_ref = :reference, failure = :failure,
                            decided_at = :decided::timestamptz,
                            returned_at = :returned::timestamptz
                        where payout_id = :id
                        """)
                .param("id", payout.order().id().value())
                .params(StoredPayout.columns(payout))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void putIntoBatch(UUID batch, List<PayoutId> payouts) {
        jdbc.sql("update payout set batch_id = :batch where payout_id = any(:ids::uuid[])")
                .param("batch", batch)
                .param("ids", texts(payouts))
                .update();
    }
}
