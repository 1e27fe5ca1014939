package guildhall.review.window.adapter;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.ReviewId;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

    private static Side side(ResultSet row, String prefix) throws SQLException {
        var type = PartyType.valueOf(row.getString(prefix + "_type"));
        return new Side(
                new Party(type, row.getObject(prefix + "_id", UUID.class)),
                new UserId(row.getObject(prefix + "_user", UUID.class)));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static String json(Map<Criterion, Integer> criteria) {
        return JSON.writeValueAsString(criteria);
    }

    /** A timestamp with time zone, which keeps microseconds. */
    static Object time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private WindowRows() {}
}
