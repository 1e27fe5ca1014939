package guildhall.payment.refund.adapter;

import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.messages.id.CardRefundId;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.payment.approval.Ruling;
import guildhall.payment.refund.Refund;
import guildhall.payment.refund.Refund.Absent;
import guildhall.payment.refund.Refund.Approval.ByStaff;
import guildhall.payment.refund.Refund.Approved;
import guildhall.payment.refund.Refund.Failed;
import guildhall.payment.refund.Refund.Pending;
import guildhall.payment.refund.Refund.Processed;
import guildhall.payment.refund.Refund.Rejected;
import guildhall.payment.refund.Refund.Requested;
import guildhall.payment.refund.RefundOrder;
import guildhall.payment.refund.Refunds;
import guildhall.runtime.list.Place;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcRefunds implements Refunds {
    private static final UUID BEGINNING = new UUID(0, 0);

    private final JdbcClient jdbc;

    JdbcRefunds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Refund find(CardRefundId id) {
        return read("select * from card_refund where refund_id = :id", id);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Refund lock(CardRefundId id) {
        return read("select * from card_refund where refund_id = :id for no key update", id);
    }

    private Refund read(String sql, CardRefundId id) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .query((row, _) -> (Refund) StoredRefund.read(row))
                .optional()
                .orElseGet(Absent::new);
    }

    @Override
    public List<Requested> ownedBy(Party owner, Place before, int limit) {
        return jdbc.sql(
                        """
                        select * from card_refund
                        where owner = :owner and (requested_at, refund_id) < (:at, :id)
                        order by requested_at desc, refund_id desc
                        limit :limit
                        """)
                .param("owner", owner.toString())
                .param("at", utc(before.at()))
                .param("id", before.id())
                .param("limit", limit)
                .query((row, _) -> StoredRefund.read(row))
                .list();
    }

    @Override
    public List<Requested> awaitingDecision(Optional<UUID> after, int limit) {
        return jdbc.sql(
                        """
                        select * from card_refund
                        where status = 'PENDING' and refund_id > :after
                        order by refund_id
                        limit :limit
                        """)
                .param("after", after.orElse(BEGINNING))
                .param("limit", limit)
                .query((row, _) -> StoredRefund.read(row))
                .list();
    }

    @Override
    public Money usedUp(PaymentIntentId payment, Currency currency) {
        var minorUnits =
                jdbc.sql(
                                """
                                select (
                                    coalesce((select sum(amount) from card_refund
                                        where payment_id = :payment
                                            and status not in ('REJECTED', 'FAILED')), 0)
                                    + coalesce((select sum(amount - returned) from chargeback
                                        where payment_id = :payment), 0))::bigint
                                """)
                        .param("payment", payment.value())
                        .query(Long.class)
                        .single();
        return new Money(minorUnits, currency);
    }

    @Override
    public boolean hasOpen(PaymentIntentId payment) {
        return jdbc.sql(
                        """
                        select exists (
                            select from card_refund
                            where payment_id = :payment and status in ('PENDING', 'APPROVED')
                        )
                        """)
                .param("payment", payment.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Money earned(Party owner, Currency currency) {
        var minorUnits =
                jdbc.sql(
                                """
                                select coalesce(sum(line.credit), 0)::bigint
                                from account
                                join line using (account_id)
                                join journal using (journal_id)
                                where account.code = 'AVAILABLE' and account.owner = :owner
                                    and account.currency = :currency
                                    and line.credit > 0
                                    and journal.reason not in ('DEPOSIT', 'REFUND', 'CARD_REFUND',
                                        'CHARGEBACK', 'PAYOUT_RETURNED', 'DISPUTE_OUTCOME')
                                """)
                        .param("owner", owner.toString())
                        .param("currency", currency.getCurrencyCode())
                        .query(Long.class)
                        .single();
        return new Money(minorUnits, currency);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Refund before, Requested after) {
        if (before instanceof Absent) {
            insert(after.order());
        }
        switch (after) {
            case Pending(_, var approvals) ->
                    approvals.rulings().forEach(r -> approveOnce(after, r));
            case Approved(_, var approval, var at) -> {
                var last = approval instanceof ByStaff(var them) ? them.rulings().getLast() : null;
                update(
                        after,
                        last == null
                                ? new Change(null, null, at, null, null, null)
                                : new Change(last.by(), last.reason(), at, null, null, null));
            }
            case Rejected(_, _, var no) ->
                    update(after, new Change(no.by(), null, no.at(), null, no.reason(), null));
            case Processed(_, _, var reference, var at) ->
                    update(after, new Change(null, null, null, reference, null, at));
            case Failed(_, _, var reason, var at) ->
                    update(after, new Change(null, null, null, null, reason, at));
        }
    }

    private void approveOnce(Requested refund, Ruling ruling) {
        jdbc.sql(
                        """
                        update card_refund
                        set first_approver = :by, first_reason = :reason, first_approved_at = :at
                        where refund_id = :id
                        """)
                .param("id", refund.order().id().value())
                .param("by", ruling.by().value())
                .param("reason", ruling.reason())
                .param("at", utc(ruling.at()))
                .update();
    }

    private void insert(RefundOrder order) {
        jdbc.sql(
                        """
                        insert into card_refund (refund_id, status, payment_id, owner, owner_user,
                            currency, amount, reason, requested_at)
                        values (:id, 'PENDING', :payment, :owner, :user, :currency, :amount,
                            :reason, :at)
                        """)
                .param("id", order.id().value())
                .param("payment", order.payment().value())
                .param("owner", order.owner().party().toString())
                .param("user", order.owner().user().value())
                .param("currency", order.amount().currency().getCurrencyCode())
                .param("amount", order.amount().minorUnits())
                .param("reason", order.reason())
                .param("at", utc(order.requestedAt()))
                .update();
    }

    private record Change(
            @Nullable UserId decidedBy,
            @Nullable String decision,
            @Nullable Instant decidedAt,
            @Nullable String reference,
            @Nullable String failure,
            @Nullable Instant endedAt) {}

    /** Who decided stays known when the provider has answered. */
    private void update(Requested refund, Change change) {
        jdbc.sql(
                        """
                        update card_refund
                        set status = :status,
                            decided_by = coalesce(:by::uuid, decided_by),
                            decision = coalesce(:decision, decision),
                            decided_at = coalesce(:decided::timestamptz, decided_at),
                            provider_ref = :reference, failure = :failure,
                            ended_at = :ended::timestamptz
                        where refund_id = :id
                        """)
                .param("id", refund.order().id().value())
                .param("status", RefundStatus.of(refund).name())
                .param("by", text(change.decidedBy()))
                .param("decision", change.decision())
                .param("decided", text(change.decidedAt()))
                .param("reference", change.reference())
                .param("failure", change.failure())
                .param("ended", text(change.endedAt()))
                .update();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
