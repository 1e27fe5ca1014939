package guildhall.review.window.adapter;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.messages.id.ContractId;
import guildhall.messages.open.PublicReviews.PublicReviewsPublishedV1;
import guildhall.messages.party.Party;
import guildhall.messages.review.ReputationEvents.ReputationChangedV1;
import guildhall.messages.review.ReviewEvents.ReviewWindowOpenedV1;
import guildhall.messages.review.ReviewEvents.ReviewsPublishedV1;
import guildhall.review.ReviewApi;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.Retries;
import guildhall.testkit.ServiceApi.Answer;
import guildhall.testkit.TestCaller;
import guildhall.testkit.TestClock;
import guildhall.testkit.WithInfrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@SpringBootTest(webEnvironment = RANDOM_PORT)
@WithInfrastructure({POSTGRES, KAFKA})
@Import(TestClock.class)
class ReviewingIT {
    @LocalServerPort int port;
    @Autowired KafkaProbe probe;
    @Autowired TestClock clock;
    @Autowired DataSource database;
    @Autowired WindowEnd windowEnd;

    final TestCaller client = TestCaller.client();
    final TestCaller ada = TestCaller.talent();
    final ContractId contract = new ContractId(UUID.randomUUID());
    ReviewApi api;

    @BeforeEach
    void completeAContract() {
        api = new ReviewApi(port, probe);
        api.complete(contract, client, ada);
    }

    @Test
    void publishesBothReviewsTogether() {
        var first = api.review(client, contract, 5, "Lovely <b>logo</b>.");

        assertThat(first.status()).isEqualTo(201);
        assertThat(api.get("/v1/reviews/" + first.id(), client).text("status")).isEqualTo("SEALED");
        assertThat(api.get("/v1/reviews/" + first.id(), ada).status()).isEqualTo(404);
        assertThat(api.get(about(ada), null).body().path("items")).isEmpty();
        assertThat(api.get("/v1/review-windows", ada).body().toString()).doesNotContain(first.id());

        var second = api.review(ada, contract, 4, "Clear brief.");

        var published = probe.await(ReviewsPublishedV1.class, m -> m.contractId().equals(contract));
        probe.await(PublicReviewsPublishedV1.class, m -> m.contractId().equals(contract));
        assertThat(published.reviews()).hasSize(2);
        assertThat(api.get("/v1/reviews/" + second.id(), client).text("comment"))
                .isEqualTo("Clear brief.");
        assertThat(
                        api.get(about(ada), null)
                                .body()
                                .path("items")
                                .path(0)
                                .path("comment")
                                .asString())
                .isEqualTo("Lovely logo.");
        assertThat(averageOf(ada.party())).isEqualTo(500);
        assertThat(averageOf(client.party())).isEqualTo(400);
    }

    @Test
    void publishesOnceWhenBothSidesReviewAtTheSameMoment() {
        var answers =
                atOnce(
                        () -> api.review(client, contract, 5, "Lovely logo."),
                        () -> api.review(ada, contract, 4, "Clear brief."));

        probe.await(ReviewsPublishedV1.class, m -> m.contractId().equals(contract));
        assertThat(answers.stream().map(Answer::status)).containsOnly(201);
        assertThat(api.get(about(ada), null).body().path("items")).hasSize(1);
        assertThat(api.get(about(client), null).body().path("items")).hasSize(1);
        assertThat(publications()).isEqualTo(1);
    }

    @Test
    void opensOneWindowForARepeatedMessage() {
        api.complete(contract, client, ada);
        var later = new ContractId(UUID.randomUUID());
        api.complete(later, client, ada);

        assertThat(api.get("/v1/review-windows", ada).body().path("items")).hasSize(2);
        assertThat(
                        probe.all(ReviewWindowOpenedV1.class).stream()
                                .filter(m -> m.contractId().equals(contract)))
                .hasSize(1);
    }

    @Test
    void listsTheWindowsOfAPartyPageByPageEachWithItsOwnReview() {
        var second = new ContractId(UUID.randomUUID());
        var third = new ContractId(UUID.randomUUID());
        api.complete(second, client, ada);
        api.complete(third, client, ada);
        var review = api.review(client, second, 5, "Lovely logo.");
        api.review(ada, third, 4, "Clear brief.");

        var first = api.get("/v1/review-windows?limit=2", client).body();
        var after = first.path("next").asString();
        var rest = api.get("/v1/review-windows?limit=2&after=" + after, client).body();

        var listed = new ArrayList<JsonNode>();
        first.path("items").forEach(listed::add);
        rest.path("items").forEach(listed::add);
        assertThat(listed)
                .extracting(window -> window.path("contractId").asString())
                .containsExactlyInAnyOrder(
                        contract.toString(), second.toString(), third.toString());
        assertThat(listed)
                .filteredOn(window -> window.path("yourReview").isString())
                .singleElement()
                .satisfies(window -> {
                    assertThat(window.path("contractId").asString()).isEqualTo(second.toString());
                    assertThat(window.path("yourReview").asString()).isEqualTo(review.id());
                });
        assertThat(rest.path("next").isNull()).isTrue();
    }

    @Test
    void publishesTheOnlyReviewWhenTimeIsUp() {
        var review = api.review(client, contract, 3, "It took long.");
        var today = clock.instant();

        clock.advance(Duration.ofDays(14));
        windowEnd.fire(contract.toString());
        windowEnd.fire(contract.toString());
        clock.set(today); // The tokens are of today.

        assertThat(api.get("/v1/reviews/" + review.id(), null).text("status"))
                .isEqualTo("PUBLISHED");
        assertThat(api.review(ada, contract, 5, "Too late").problem())
                .isEqualTo("review/window-ended");
        assertThat(averageOf(ada.party())).isEqualTo(300);
        probe.await(ReviewsPublishedV1.class, m -> m.contractId().equals(contract));
        assertThat(publications()).isEqualTo(1);
    }

    @Test
    void rewritesASealedReviewThatTheAuthorHasRead() {
        var review = api.review(client, contract, 1, "Hasty words");
        var path = "/v1/reviews/" + review.id();

        var rewritten = api.rewrite(client, review.id(), "\"1\"", 4);
        var stale = api.rewrite(client, review.id(), "\"1\"", 1);
        var foreign = api.rewrite(ada, review.id(), "\"2\"", 1);

        assertThat(rewritten.status()).isEqualTo(200);
        assertThat(stale.problem()).isEqualTo("request/stale");
        assertThat(foreign.problem()).isEqualTo("review/unknown-review");
        assertThat(api.get(path, client).body().path("rating").asInt()).isEqualTo(4);
        assertThat(api.get(path, client).etag()).isEqualTo("\"2\"");
    }

    @Test
    void takesOneReviewOfEachSideAndNoneOfOthers() {
        api.review(client, contract, 5, "Lovely logo.");

        assertThat(api.review(client, contract, 1, "On second thought").problem())
                .isEqualTo("review/already-reviewed");
        assertThat(api.review(TestCaller.talent(), contract, 1, "Who am I?").problem())
                .isEqualTo("review/no-completed-contract");
    }

    @Test
    void takesOneResponseOfTheSubject() {
        var review = api.review(client, contract, 2, "Meh.");
        api.review(ada, contract, 4, "Clear brief.");
        var path = "/v1/reviews/" + review.id() + "/response";

        assertThat(api.respond(client, path, "Indeed").problem())
                .isEqualTo("review/not-the-subject");
        assertThat(api.respond(ada, path, "I am sorry").status()).isEqualTo(200);
        assertThat(api.respond(ada, path, "And another thing").problem())
                .isEqualTo("review/already-responded");
        assertThat(api.get(about(ada), null).body().toString()).contains("I am sorry");
    }

    @Test
    void takesEachReviewAndResponseOnceHoweverOftenItIsAsked() {
        var retries = new Retries(api, database, "review");
        var body =
                "{\"contractId\": \"%s\", \"rating\": 4, \"comment\": \"Good.\"}"
                        .formatted(contract);

        var review = retries.post("/v1/reviews", client, body);
        retries.post("/v1/reviews", ada, body);
        var answer = "/v1/reviews/" + review.id() + "/response";
        retries.post(answer, ada, "{\"text\": \"Thank you\"}");
        retries.repeatTheirAnswers();

        probe.await(ReviewsPublishedV1.class, m -> m.contractId().equals(contract));
        assertThat(publications()).isEqualTo(1);
    }

    @Test
    void addsUpReviewsThatArePublishedAtTheSameTime() {
        var other = new ContractId(UUID.randomUUID());
        var otherClient = TestCaller.client();
        api.complete(other, otherClient, ada);
        api.review(client, contract, 5, "Lovely logo.");
        api.review(otherClient, other, 4, "Nice.");

        atOnce(
                () -> api.review(ada, contract, 5, "Clear."),
                () -> api.review(ada, other, 5, "Clear, too."));

        assertThat(averageOf(ada.party())).isEqualTo(450);
        probe.await(
                ReputationChangedV1.class, m -> m.party().equals(ada.party()) && m.reviews() == 2);
    }

    private int averageOf(Party party) {
        return api.get("/v1/reputations/" + party.type() + "/" + party.id(), null)
                .body()
                .path("averageHundredths")
                .asInt();
    }

    private long publications() {
        return probe.all(ReviewsPublishedV1.class).stream()
                .filter(m -> m.contractId().equals(contract))
                .count();
    }

    private static String about(TestCaller subject) {
        return "/v1/reviews?subject=" + subject.party();
    }

    private static List<Answer> atOnce(Callable<Answer> one, Callable<Answer> other) {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = new ArrayList<Answer>();
            for (var running : threads.invokeAll(List.of(one, other))) {
                answers.add(running.get());
            }
            return answers;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
