package guildhall.review.window.adapter;

import static guildhall.runtime.sql.SqlSide.side;
import static guildhall.runtime.sql.SqlTime.instant;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.ReviewId;
import guildhall.review.review.Criterion;
import guildhall.review.review.ReviewContent;
import guildhall.review.review.WrittenReview;
import guildhall.review.window.ReviewWindow.HalfReviewed;
import guildhall.review.window.ReviewWindow.Known;
import guildhall.review.window.ReviewWindow.Lapsed;
import guildhall.review.window.ReviewWindow.Open;
import guildhall.review.window.ReviewWindow.Revealed;
import guildhall.review.window.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code review_window} and {@code review}. */
final class WindowRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<Criterion, Integer>> CRITERIA = new TypeReference<>() {};

    /** A window without what was written in it. */
    record Row(Window window, String state) {
        Known with(List<WrittenReview> reviews) {
            return switch (state) {
                case "OPEN" ->
                        reviews.isEmpty()
                                ? new Open(window)
                                : new HalfReviewed(window, reviews.getFirst());
                case "REVEALED" -> new Revealed(window, reviews);
                case "LAPSED" -> new Lapsed(window);
                case String other -> throw new IllegalStateException("Unknown state " + other);
            };
        }
    }

    static Row window(ResultSet row, int number) throws SQLException {
        var window =
                new Window(
                        new ContractId(row.getObject("contract_id", UUID.class)),
                        row.getString("title"),
                        side(row, "client"),
                        side(row, "talent"),
                        instant(row, "opens_at"),
                        instant(row, "closes_at"));
        return new Row(window, row.getString("state"));
    }

    static WrittenReview review(ResultSet row, int number) throws SQLException {
        return new WrittenReview(
                new ReviewId(row.getObject("id", UUID.class)),
                new ContractId(row.getObject("contract_id", UUID.class)),
                side(row, "reviewer"),
                side(row, "subject"),
                new ReviewContent(
                        row.getInt("rating"),
                        JSON.readValue(row.getString("criteria"), CRITERIA),
                        row.getString("comment"),
                        row.getString("private_feedback")),
                row.getInt("edition"),
                instant(row, "submitted_at"));
    }

    static String json(Map<Criterion, Integer> criteria) {
        return JSON.writeValueAsString(criteria);
    }

    private WindowRows() {}
}
