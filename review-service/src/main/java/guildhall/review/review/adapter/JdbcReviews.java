package guildhall.review.review.adapter;

import static guildhall.runtime.sql.SqlSide.side;
import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.ReviewId;
import guildhall.messages.party.Party;
import guildhall.review.review.Criterion;
import guildhall.review.review.Review;
import guildhall.review.review.Review.Absent;
import guildhall.review.review.Review.Known;
import guildhall.review.review.Review.Published;
import guildhall.review.review.Review.Responded;
import guildhall.review.review.Review.Sealed;
import guildhall.review.review.ReviewCommand;
import guildhall.review.review.ReviewContent;
import guildhall.review.review.ReviewDecider;
import guildhall.review.review.ReviewEvent;
import guildhall.review.review.ReviewEvent.ReviewResponded;
import guildhall.review.review.ReviewRejection;
import guildhall.review.review.Reviews;
import guildhall.review.review.WrittenReview;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.list.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcReviews implements Reviews {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<Criterion, Integer>> CRITERIA = new TypeReference<>() {};

    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final ReviewDecider decider;

    JdbcReviews(JdbcClient db, TransactionOperations transaction, ReviewProperties properties) {
        this.db = db;
        this.transaction = transaction;
        this.decider = new ReviewDecider(properties.respondWithin());
    }

    @Override
    public Decision<ReviewEvent, ReviewRejection> handle(ReviewCommand command) {
        return transaction.execute(_ -> {
            var state = lock(command.id());
            var decision = decider.decide(command, state);
            if (decision instanceof Accepted(var events)) {
                events.forEach(this::store);
            }
            return decision;
        });
    }

    private Review lock(ReviewId id) {
        return db.sql("select * from review where id = ? for update")
                .param(id.value())
                .query(JdbcReviews::review)
                .optional()
                .<Review>map(known -> known)
                .orElseGet(Absent::new);
    }

    private void store(ReviewEvent event) {
        switch (event) {
            case ReviewResponded(var id, var text, var at) ->
                    db.sql("update review set response = ?, responded_at = ? where id = ?")
                            .params(text, utc(at), id.value())
                            .update();
        }
    }

    @Override
    public Optional<Known> find(ReviewId id) {
        return db.sql("select * from review where id = ?")
                .param(id.value())
                .query(JdbcReviews::review)
                .optional();
    }

    @Override
    public List<Known> about(Party subject, Place before, int limit) {
        return db.sql(
                        """
                        select * from review
                        where subject_type = ? and subject_id = ? and published_at is not null
                            and (published_at, id) < (?, ?)
                        order by published_at desc, id desc limit ?
                        """)
                .params(subject.type().name(), subject.id(), utc(before.at()), before.id(), limit)
                .query(JdbcReviews::review)
                .list();
    }

    private static Known review(ResultSet row, int number) throws SQLException {
        var written =
                new WrittenReview(
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
        if (row.getObject("published_at") == null) {
            return new Sealed(written);
        }
        var publishedAt = instant(row, "published_at");
        return row.getString("response") == null
                ? new Published(written, publishedAt)
                : new Responded(
                        written,
                        publishedAt,
                        row.getString("response"),
                        instant(row, "responded_at"));
    }
}
