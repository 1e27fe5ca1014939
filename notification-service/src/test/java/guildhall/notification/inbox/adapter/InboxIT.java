package guildhall.notification.inbox.adapter;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.MONGO;
import static guildhall.testkit.Infrastructure.REDIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.messages.id.NotificationId;
import guildhall.messages.notification.NotificationEvents.NotificationDeliveredV1;
import guildhall.messages.notification.NotificationEvents.NotificationReadV1;
import guildhall.notification.NotificationApi;
import guildhall.runtime.chore.Chore;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.ServiceApi.Answer;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** There is no mail server here: notifications do not need one. */
@SpringBootTest(webEnvironment = RANDOM_PORT)
@WithInfrastructure({KAFKA, MONGO, REDIS})
class InboxIT {
    @LocalServerPort int port;
    @Autowired KafkaProbe probe;
    @Autowired MongoTemplate mongo;

    @Autowired
    @Qualifier("retention")
    Chore retention;

    final TestCaller owner = TestCaller.client();
    NotificationApi api;

    @BeforeEach
    void connect() {
        api = new NotificationApi(port);
    }

    @Test
    void tellsWhatHappenedAndSaysThatItDid() {
        tell(1);

        var told = api.items("", owner).getFirst();
        assertThat(told.path("title").asString()).isEqualTo("Payment received");
        assertThat(told.path("body").asString()).isEqualTo("0.01 USD is in your wallet.");
        assertThat(told.path("type").asString()).isEqualTo("PAYMENT");
        assertThat(told.path("priority").asString()).isEqualTo("NORMAL");
        assertThat(told.path("link").asString()).isEqualTo("/wallet");
        var id = NotificationId.of(told.path("id").asString());
        var delivered =
                probe.await(NotificationDeliveredV1.class, e -> e.notificationId().equals(id));
        assertThat(delivered)
                .isEqualTo(
                        new NotificationDeliveredV1(
                                id,
                                owner.user(),
                                "IN_APP",
                                "PAYMENT",
                                Instant.parse(told.path("createdAt").asString())));
    }

    @Test
    void tellsNobodyTwice() {
        var payment = NotificationApi.payment(owner, 500);
        var message = probe.publish(payment);
        await().until(() -> api.unread(owner) == 1);
        var inboxId = "notification.notices/" + message;
        await().until(() -> mongo.findById(inboxId, Document.class, "inbox") != null);

        // As after a crash before the message was noted as handled.
        mongo.getCollection("inbox").deleteOne(new Document("_id", inboxId));
        probe.publish(message, payment);
        await().until(() -> mongo.findById(inboxId, Document.class, "inbox") != null);

        assertThat(api.items("", owner)).hasSize(1);
        assertThat(mongo.getCollection("mail").find(new Document("user", owner.user().toString())))
                .hasSize(1);
        var delivered =
                probe.all(NotificationDeliveredV1.class).stream()
                        .filter(event -> event.userId().equals(owner.user()));
        assertThat(delivered).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void countsAndMarksOneAsRead() {
        tell(3);
        var id = api.items("", owner).getFirst().path("id").asString();

        var first = api.post("/v1/notifications/" + id + "/read", owner);
        var second = api.post("/v1/notifications/" + id + "/read", owner);

        assertThat(List.of(first.status(), second.status())).containsExactly(204, 204);
        assertThat(api.unread(owner)).isEqualTo(2);
        assertThat(ids(api.items("?unread=true", owner))).hasSize(2).doesNotContain(id);
        assertThat(api.items("", owner).getFirst().path("readAt").isNull()).isFalse();
        var read = NotificationId.of(id);
        probe.await(NotificationReadV1.class, event -> event.notificationId().equals(read));
        assertThat(probe.all(NotificationReadV1.class))
                .filteredOn(event -> event.userId().equals(owner.user()))
                .hasSize(1);
    }

    @Test
    void marksAllAsRead() {
        tell(5);

        var answer = api.post("/v1/notifications/read", owner);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(api.unread(owner)).isZero();
        assertThat(api.items("?unread=true", owner)).isEmpty();
        await().until(() ->
                probe.all(NotificationReadV1.class).stream()
                                .filter(event -> event.userId().equals(owner.user()))
                                .count()
                        == 5);
    }

    @Test
    void listsPageByPageNewestFirst() {
        tell(5);

        var first = api.get("/v1/notifications?limit=3", owner);
        var second = api.get("/v1/notifications?limit=3&after=" + first.text("next"), owner);

        var all = first.items();
        assertThat(all).hasSize(3);
        assertThat(second.items()).hasSize(2);
        assertThat(ids(second.items())).doesNotContainAnyElementsOf(ids(all));
        assertThat(all.getFirst().path("createdAt").asString())
                .isGreaterThanOrEqualTo(all.getLast().path("createdAt").asString());
        assertThat(second.body().path("next").isNull()).isTrue();
    }

    @Test
    void showsNobodyWhatOthersWereTold() {
        tell(1);
        var id = api.items("", owner).getFirst().path("id").asString();
        var stranger = TestCaller.client();

        Answer answer = api.post("/v1/notifications/" + id + "/read", stranger);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("notification/unknown-notification");
        assertThat(api.items("", stranger)).isEmpty();
        assertThat(api.unread(stranger)).isZero();
        assertThat(api.unread(owner)).isEqualTo(1);
        var nothing = api.post("/v1/notifications/" + UUID.randomUUID() + "/read", owner);
        assertThat(nothing.status()).isEqualTo(404);
    }

    @Test
    void deletesWhatWasDeliveredHalfAYearAgo() {
        tell(2);
        var ids = ids(api.items("", owner));
        deliveredBefore(ids.getFirst(), Duration.ofDays(181));
        deliveredBefore(ids.getLast(), Duration.ofDays(179));

        await().untilAsserted(() -> { // Until it was told that they were delivered.
            retention.work().run();
            assertThat(ids(api.items("", owner))).containsExactly(ids.getLast());
        });
    }

    private void deliveredBefore(String id, Duration age) {
        mongo.getCollection(NotificationDocument.COLLECTION)
                .updateOne(
                        new Document("_id", id),
                        new Document("$set", new Document("createdAt", Instant.now().minus(age))));
    }

    @Test
    void keepsWhatHasSomethingLeftToTellHoweverOldItIs() {
        var telling = UUID.randomUUID().toString();
        var stored =
                new Document("_id", telling)
                        .append("user", owner.user().toString())
                        .append("createdAt", Instant.EPOCH)
                        .append("unsent", List.of("something"));
        var told = new Document(stored).append("_id", "x" + telling).append("unsent", List.of());
        var notifications = mongo.getCollection(NotificationDocument.COLLECTION);
        notifications.insertMany(List.of(stored, told));

        retention.work().run();

        var left = notifications.find(new Document("user", owner.user().toString()));
        assertThat(left.map(kept -> kept.getString("_id"))).containsExactly(telling);
        notifications.deleteOne(new Document("_id", telling));
    }

    private void tell(int payments) {
        for (int cents = 1; cents <= payments; cents++) {
            probe.publish(NotificationApi.payment(owner, cents));
        }
        await().until(() -> api.unread(owner) == payments);
    }

    private static List<String> ids(List<JsonNode> items) {
        return items.stream().map(item -> item.path("id").asString()).toList();
    }
}
