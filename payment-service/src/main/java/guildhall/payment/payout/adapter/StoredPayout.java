package guildhall.payment.payout.adapter;

import static guildhall.runtime.sql.SqlTime.instant;
import static java.util.Objects.requireNonNull;

import guildhall.messages.id.PayoutAccountId;
import guildhall.messages.id.PayoutId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import guildhall.payment.payout.Payout.Cancelled;
import guildhall.payment.payout.Payout.Completed;
import guildhall.payment.payout.Payout.Failed;
import guildhall.payment.payout.Payout.Pending;
import guildhall.payment.payout.Payout.Processing;
import guildhall.payment.payout.Payout.Requested;
import guildhall.payment.payout.PayoutOrder;
import guildhall.payment.payout.Review;
import guildhall.payment.payout.Review.ApprovedBy;
import guildhall.payment.payout.Review.Awaited;
import guildhall.payment.payout.Review.NotNeeded;
import guildhall.payment.payout.Speed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payouts as rows. */
final class StoredPayout {

    static Requested read(ResultSet row) throws SQLException {
        var order = order(row);
        return switch (PayoutStatus.valueOf(row.getString("status"))) {
            case PENDING ->
                    new Pending(order, review(row), row.getInt("attempts"), instant(row, "due_at"));
            case PROCESSING ->
                    new Processing(
                            order,
                            review(row),
                            row.getInt("attempts"),
                            instant(row, "submitted_at"));
            case COMPLETED ->
                    new Completed(
                            order,
                            row.getInt("attempts"),
                            requireNonNull(row.getString("provider_ref")),
                            instant(row, "decided_at"));
            case FAILED ->
                    new Failed(
                            order,
                            requireNonNull(row.getString("failure")),
                            instant(row, "decided_at"));
            case CANCELLED -> new Cancelled(order, instant(row, "decided_at"));
        };
    }

    private static PayoutOrder order(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new PayoutOrder(
                new PayoutId(row.getObject("payout_id", UUID.class)),
                new Side(
                        Party.of(row.getString("owner")),
                        new UserId(row.getObject("owner_user", UUID.class))),
                new PayoutAccountId(row.getObject("account_id", UUID.class)),
                Money.of(row.getLong("amount"), currency),
                Money.of(row.getLong("fee"), currency),
                Speed.valueOf(row.getString("speed")),
                instant(row, "requested_at"));
    }

    private static Review review(ResultSet row) throws SQLException {
        return switch (row.getString("review")) {
            case "NOT_NEEDED" -> new NotNeeded();
            case "AWAITED" -> new Awaited();
            case "APPROVED" ->
                    new ApprovedBy(
                            new UserId(row.getObject("reviewed_by", UUID.class)),
                            instant(row, "reviewed_at"));
            default -> throw new IllegalStateException("Unknown review of a payout");
        };
    }

    /** Null where the state says nothing. */
    static Map<String, @Nullable Object> columns(Requested payout) {
        var columns = new HashMap<String, @Nullable Object>();
        for (var name :
                new String[] {
                    "review",
                    "reviewer",
                    "reviewed",
                    "attempts",
                    "due",
                    "submitted",
                    "reference",
                    "failure",
                    "decided"
                }) {
            columns.put(name, null);
        }
        columns.put("status", PayoutStatus.of(payout).name());
        switch (payout) {
            case Pending pending -> {
                putReview(columns, pending.review());
                columns.put("attempts", pending.tries());
                columns.put("due", pending.dueAt().toString());
            }
            case Processing processing -> {
                columns.put("attempts", processing.attempt());
                columns.put("submitted", processing.submittedAt().toString());
            }
            case Completed completed -> {
                columns.put("reference", completed.reference());
                columns.put("decided", completed.at().toString());
            }
            case Failed failed -> {
                columns.put("failure", failed.reason());
                columns.put("decided", failed.at().toString());
            }
            case Cancelled cancelled -> columns.put("decided", cancelled.at().toString());
        }
        return columns;
    }

    private static void putReview(Map<String, @Nullable Object> columns, Review review) {
        switch (review) {
            case NotNeeded _ -> columns.put("review", "NOT_NEEDED");
            case Awaited _ -> columns.put("review", "AWAITED");
            case ApprovedBy(var user, var at) -> {
                columns.put("review", "APPROVED");
                columns.put("reviewer", user.toString());
                columns.put("reviewed", at.toString());
            }
        }
    }

    private StoredPayout() {}
}
