package guildhall.payment.refund.adapter;

import static guildhall.runtime.sql.SqlTime.instant;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import guildhall.messages.id.CardRefundId;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import guildhall.payment.approval.Approvals;
import guildhall.payment.approval.Ruling;
import guildhall.payment.refund.Refund.Approval;
import guildhall.payment.refund.Refund.Approval.Automatic;
import guildhall.payment.refund.Refund.Approval.ByStaff;
import guildhall.payment.refund.Refund.Approved;
import guildhall.payment.refund.Refund.Failed;
import guildhall.payment.refund.Refund.Pending;
import guildhall.payment.refund.Refund.Processed;
import guildhall.payment.refund.Refund.Rejected;
import guildhall.payment.refund.Refund.Requested;
import guildhall.payment.refund.RefundOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Refunds as rows. */
final class StoredRefund {
    static Requested read(ResultSet row) throws SQLException {
        var order = order(row);
        return switch (RefundStatus.valueOf(row.getString("status"))) {
            case PENDING -> new Pending(order, new Approvals(first(row)));
            case APPROVED -> new Approved(order, approval(row), instant(row, "decided_at"));
            case REJECTED ->
                    new Rejected(
                            order,
                            new Approvals(first(row)),
                            ruling(row, requireNonNull(row.getString("failure"))));
            case PROCESSED ->
                    new Processed(
                            order,
                            approval(row),
                            requireNonNull(row.getString("provider_ref")),
                            instant(row, "ended_at"));
            case FAILED ->
                    new Failed(
                            order,
                            approval(row),
                            requireNonNull(row.getString("failure")),
                            instant(row, "ended_at"));
        };
    }

    private static Approval approval(ResultSet row) throws SQLException {
        if (row.getObject("decided_by") == null) {
            return new Automatic();
        }
        var last = ruling(row, requireNonNullElse(row.getString("decision"), ""));
        return new ByStaff(
                new Approvals(Stream.concat(first(row).stream(), Stream.of(last)).toList()));
    }

    private static Ruling ruling(ResultSet row, String reason) throws SQLException {
        return new Ruling(
                new UserId(row.getObject("decided_by", UUID.class)),
                reason,
                instant(row, "decided_at"));
    }

    /** Of two. */
    private static List<Ruling> first(ResultSet row) throws SQLException {
        return row.getObject("first_approver") == null
                ? List.of()
                : List.of(
                        new Ruling(
                                new UserId(row.getObject("first_approver", UUID.class)),
                                requireNonNull(row.getString("first_reason")),
                                instant(row, "first_approved_at")));
    }

    private static RefundOrder order(ResultSet row) throws SQLException {
        return new RefundOrder(
                new CardRefundId(row.getObject("refund_id", UUID.class)),
                new PaymentIntentId(row.getObject("payment_id", UUID.class)),
                new Side(
                        Party.of(row.getString("owner")),
                        new UserId(row.getObject("owner_user", UUID.class))),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getString("reason"),
                instant(row, "requested_at"));
    }

    private StoredRefund() {}
}
