package guildhall.payment.payout.adapter;

import static guildhall.runtime.sql.SqlTime.instant;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import guildhall.messages.id.PayoutAccountId;
import guildhall.messages.id.PayoutId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import guildhall.payment.approval.Approvals;
import guildhall.payment.approval.Ruling;
import guildhall.payment.payout.Payout.Cancelled;
import guildhall.payment.payout.Payout.Completed;
import guildhall.payment.payout.Payout.Failed;
import guildhall.payment.payout.Payout.Pending;
import guildhall.payment.payout.Payout.Processing;
import guildhall.payment.payout.Payout.Requested;
import guildhall.payment.payout.Payout.Returned;
import guildhall.payment.payout.PayoutOrder;
import guildhall.payment.payout.Review;
import guildhall.payment.payout.Review.Approved;
import guildhall.payment.payout.Review.Awaited;
import guildhall.payment.payout.Review.Declined;
import guildhall.payment.payout.Review.NotNeeded;
import guildhall.payment.payout.Speed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
            case COMPLETED -> completed(order, row);
            case RETURNED ->
                    new Returned(
                            completed(order, row),
                            requireNonNull(row.getString("failure")),
                            instant(row, "returned_at"));
            case FAILED ->
                    new Failed(
                            order,
                            review(row),
                            requireNonNull(row.getString("failure")),
                            instant(row, "decided_at"));
            case CANCELLED -> new Cancelled(order, review(row), instant(row, "decided_at"));
        };
    }

    private static Completed completed(PayoutOrder order, ResultSet row) throws SQLException {
        return new Completed(
                order,
                review(row),
                row.getInt("attempts"),
                requireNonNull(row.getString("provider_ref")),
                instant(row, "decided_at"));
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
            case "AWAITED" -> new Awaited(new Approvals(first(row)));
            case "APPROVED" ->
                    new Approved(
                            new Approvals(
                                    Stream.concat(first(row).stream(), Stream.of(last(row)))
                                            .toList()));
            case "DECLINED" -> new Declined(new Approvals(first(row)), last(row));
            default -> throw new IllegalStateException("Unknown review of a payout");
        };
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

    private static Ruling last(ResultSet row) throws SQLException {
        return new Ruling(
                new UserId(row.getObject("reviewed_by", UUID.class)),
                requireNonNullElse(row.getString("review_reason"), ""),
                instant(row, "reviewed_at"));
    }

    /** Null where the state says nothing. */
    static Map<String, @Nullable Object> columns(Requested payout) {
        var columns = new HashMap<String, @Nullable Object>();
        for (var name :
                new String[] {
                    "review",
                    "first",
                    "first_reason",
                    "first_at",
                    "reviewer",
                    "review_reason",
                    "reviewed",
                    "attempts",
                    "due",
                    "submitted",
                    "reference",
                    "failure",
                    "decided",
                    "returned"
                }) {
            columns.put(name, null);
        }
        columns.put("status", PayoutStatus.of(payout).name());
        putReview(columns, payout.review());
        switch (payout) {
            case Pending pending -> {
                columns.put("attempts", pending.tries());
                columns.put("due", pending.dueAt().toString());
            }
            case Processing processing -> {
                columns.put("attempts", processing.attempt());
                columns.put("submitted", processing.submittedAt().toString());
            }
            case Completed completed -> putCompleted(columns, completed);
            case Returned returned -> {
                putCompleted(columns, returned.paid());
                columns.put("failure", returned.reason());
                columns.put("returned", returned.at().toString());
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
            case Awaited(var approvals) -> {
                columns.put("review", "AWAITED");
                putFirst(columns, approvals.rulings());
            }
            case Approved(var approvals) -> {
                var rulings = approvals.rulings();
                columns.put("review", "APPROVED");
                putFirst(columns, rulings.subList(0, rulings.size() - 1));
                putLast(columns, rulings.getLast());
            }
            case Declined(var approvals, var ruling) -> {
                columns.put("review", "DECLINED");
                putFirst(columns, approvals.rulings());
                putLast(columns, ruling);
            }
        }
    }

    private static void putFirst(Map<String, @Nullable Object> columns, List<Ruling> first) {
        for (var ruling : first) {
            columns.put("first", ruling.by().toString());
            columns.put("first_reason", ruling.reason());
            columns.put("first_at", ruling.at().toString());
        }
    }

    private static void putLast(Map<String, @Nullable Object> columns, Ruling ruling) {
        columns.put("reviewer", ruling.by().toString());
        columns.put("review_reason", ruling.reason());
        columns.put("reviewed", ruling.at().toString());
    }

    private static void putCompleted(Map<String, @Nullable Object> columns, Completed completed) {
        columns.put("attempts", completed.attempt());
        columns.put("reference", completed.reference());
        columns.put("decided", completed.at().toString());
    }

    private StoredPayout() {}
}
