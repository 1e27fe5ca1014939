package guildhall.review.window.adapter;

import static guildhall.runtime.sql.SqlTime.utc;
import static java.util.stream.Collectors.groupingBy;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.ReviewId;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import guildhall.review.review.WrittenReview;
import guildhall.review.window.ReviewWindow.Known;
import guildhall.review.window.Window;
import guildhall.review.window.WindowEvent;
import guildhall.review.window.WindowEvent.*;
import guildhall.runtime.list.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The tables {@code review_window} and {@code review}; each event is one change of them. */
@Repository
class WindowStore {
    private final JdbcClient db;

    WindowStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Known> lock(ContractId contract) {
        return db.sql("select * from review_window where contract_id = ? for update")
                .param(contract.value())
                .query(WindowRows::window)
                .optional()
                .map(row -> row.with(reviewsOf(contract)));
    }

    private List<WrittenReview> reviewsOf(ContractId contract) {
        return db.sql("select * from review where contract_id = ? order by submitted_at, id")
                .param(contract.value())
                .query(WindowRows::review)
                .list();
    }

    List<Known> of(Party party, Place before, int limit) {
        var rows = rowsOf(party, before, limit);
        var reviews = reviewsOf(rows.stream().map(row -> row.window().contract()).toList());
        return rows.stream()
                .map(row -> row.with(reviews.getOrDefault(row.window().contract(), List.of())))
                .toList();
    }

    /** Two index scans that each stop after a page, whatever side the party is on. */
    private List<WindowRows.Row> rowsOf(Party party, Place before, int limit) {
        return db.sql(
                        """
                        select * from (
                            (select * from review_window
                             where client_type = :type and client_id = :id
                               and (opens_at, contract_id) < (:at, :contract)
                             order by opens_at desc, contract_id desc limit :limit)
                            union all
                            (select * from review_window
                             where talent_type = :type and talent_id = :id
                               and (opens_at, contract_id) < (:at, :contract)
                             order by opens_at desc, contract_id desc limit :limit)
                        ) mine
                        order by opens_at desc, contract_id desc limit :limit
                        """)
                .param("type", party.type().name())
                .param("id", party.id())
                .param("at", utc(before.at()))
                .param("contract", before.id())
                .param("limit", limit)
                .query(WindowRows::window)
                .list();
    }

    private Map<ContractId, List<WrittenReview>> reviewsOf(List<ContractId> contracts) {
        return db
                .sql(
                        """
                        select * from review where contract_id = any(:contracts)
                        order by submitted_at, id
                        """)
                .param("contracts", contracts.stream().map(ContractId::value).toArray(UUID[]::new))
                .query(WindowRows::review)
                .list()
                .stream()
                .collect(groupingBy(WrittenReview::contract));
    }

    Optional<ContractId> contractOf(ReviewId review) {
        return db.sql("select contract_id from review where id = ?")
                .param(review.value())
                .query((row, _) -> new ContractId(row.getObject("contract_id", UUID.class)))
                .optional();
    }

    void store(WindowEvent event) {
        switch (event) {
            case WindowOpened(var window) -> insert(window);
            case ReviewSealed(var review) -> insert(review);
            case ReviewRewritten(var id, var content, _) ->
                    db.sql(
                                    """
                                    update review set rating = ?, criteria = ?::jsonb, comment = ?,
                                        private_feedback = ?, edition = edition + 1
                                    where id = ?
                                    """)
                            .params(
                                    content.rating(),
                                    WindowRows.json(content.criteria()),
                                    content.comment(),
                                    content.privateFeedback(),
                                    id.value())
                            .update();
            case ReviewsExchanged(var second) -> {
                insert(second);
                reveal(second.contract(), second.submittedAt());
            }
            case ReviewRevealed(var contract, var at) -> reveal(contract, at);
            case WindowLapsed(var contract, _) -> moveTo("LAPSED", contract);
        }
    }

    private void insert(Window window) {
        var statement =
                db.sql(
                                """
                                insert into review_window (contract_id, title, client_type, client_id,
                                    client_user, talent_type, talent_id, talent_user, opens_at,
                                    closes_at, state)
                                values (:contract, :title, :client_type, :client_id, :client_user,
                                    :talent_type, :talent_id, :talent_user, :opensAt, :closesAt,
                                    'OPEN')
                                """)
                        .param("contract", window.contract().value())
                        .param("title", window.title())
                        .param("opensAt", utc(window.opensAt()))
                        .param("closesAt", utc(window.closesAt()));
        side(side(statement, "client", window.client()), "talent", window.talent()).update();
    }

    private void insert(WrittenReview review) {
        var statement =
                db.sql(
                                """
                                insert into review (id, contract_id, reviewer_type, reviewer_id,
                                    reviewer_user, subject_type, subject_id, subject_user, rating,
                                    criteria, comment, private_feedback, edition, submitted_at)
                                values (:id, :contract, :reviewer_type, :reviewer_id, :reviewer_user,
                                    :subject_type, :subject_id, :subject_user, :rating,
                                    :criteria::jsonb, :comment, :feedback, :edition, :submittedAt)
                                """)
                        .param("id", review.id().value())
                        .param("contract", review.contract().value())
                        .param("rating", review.content().rating())
                        .param("criteria", WindowRows.json(review.content().criteria()))
                        .param("comment", review.content().comment())
                        .param("feedback", review.content().privateFeedback())
                        .param("edition", review.edition())
                        .param("submittedAt", utc(review.submittedAt()));
        side(side(statement, "reviewer", review.reviewer()), "subject", review.subject()).update();
    }

    private static StatementSpec side(StatementSpec statement, String prefix, Side side) {
        return statement
                .param(prefix + "_type", side.party().type().name())
                .param(prefix + "_id", side.party().id())
                .param(prefix + "_user", side.user().value());
    }

    /** Everything that was written for this contract goes out in one statement. */
    private void reveal(ContractId contract, Instant at) {
        db.sql("update review set published_at = ? where contract_id = ?")
                .params(utc(at), contract.value())
                .update();
        moveTo("REVEALED", contract);
    }

    private void moveTo(String state, ContractId contract) {
        db.sql("update review_window set state = ? where contract_id = ?")
                .params(state, contract.value())
                .update();
    }
}
