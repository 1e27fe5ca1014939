package guildhall.runtime.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.runtime.id.Ids;
import guildhall.runtime.message.Cause;
import guildhall.runtime.sample.SampleMongo;
import guildhall.runtime.sample.SampleService;
import guildhall.runtime.sample.SampleTopics;
import guildhall.testkit.Infrastructure;
import guildhall.testkit.KafkaProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

class DocumentRelayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String prefix = "documents-" + UUID.randomUUID() + ".";
    private final String uri = SampleMongo.freshDatabase();
    private KafkaProbe probe;

    @BeforeEach
    void prepare() {
        SampleTopics.create(Infrastructure.KAFKA.address(), prefix);
        probe = new KafkaProbe(Infrastructure.KAFKA.address(), prefix);
    }

    @AfterEach
    void giveBack() {
        probe.close();
    }

    @Test
    void publishesWhatADocumentCarriesInOrderAndTakesItOut() {
        try (var service = instance()) {
            var escrow = new EscrowId(Ids.next());
            var cause = new Cause("request-1", Ids.next(), "user:7");

            cause.run(() -> write(service, escrow, 0, 3));
            write(service, escrow, 3, 5);

            awaitPublished(escrow, 5);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(unsent(service, escrow)).isEmpty());
            var arrival = probe.arrivals(ReleaseEscrowV1.class).getFirst();
            assertThat(arrival.headers())
                    .containsEntry("ce_type", "payment.release-escrow.v1")
                    .containsEntry("ce_subject", escrow.toString())
                    .containsEntry("correlationid", "request-1")
                    .containsEntry("actor", "user:7")
                    .containsKeys("ce_id", "ce_time");
        }
    }

    @Test
    void publishesWhatAnInstanceWithoutTheLeaseWrites() {
        try (var holder = instance();
                var other = instance()) {
            awaitLease(holder);
            var escrow = new EscrowId(Ids.next());

            write(other, escrow, 0, 2);

            awaitPublished(escrow, 2);
        }
    }

    @Test
    void takesOverFromAnInstanceThatStopped() {
        var first = instance();
        awaitLease(first);
        try (var second = instance()) {
            var escrow = new EscrowId(Ids.next());
            write(first, escrow, 0, 2);
            awaitPublished(escrow, 2);

            first.close();
            write(second, escrow, 2, 4);

            awaitPublished(escrow, 4);
        }
    }

    @Test
    void publishesWhatWasWrittenWithoutWaking() {
        try (var service = instance()) {
            awaitLease(service);
            var escrow = new EscrowId(Ids.next());

            writeSilently(service, escrow, 0, 1);

            awaitPublished(escrow, 1);
        }
    }

    @Test
    void goesOnWhenADocumentThatCannotBeReadIsMended() {
        try (var service = instance()) {
            awaitLease(service);
            var documents = service.bean(MongoOperations.class).getCollection("escrow");
            var unreadable = new Document("_id", "unreadable");
            var message = new Document("id", "1").append("writtenAt", Date.from(Instant.now()));
            documents.insertOne(unreadable.append(UnsentDocuments.FIELD, List.of(message)));
            service.bean(DocumentOutbox.class).wake("escrow", "unreadable");
            await().atMost(PATIENCE)
                    .until(() -> service.gauge("guildhall.outbox.relay.active") == 0);

            documents.deleteOne(new Document("_id", "unreadable"));

            var escrow = new EscrowId(Ids.next());
            write(service, escrow, 0, 2);
            awaitPublished(escrow, 2);
        }
    }

    private SampleService instance() {
        return SampleService.blueprint()
                .onMongo(uri)
                .sharedKafka(prefix)
                .using(Escrows.class)
                .start();
    }

    private static void awaitLease(SampleService service) {
        await().atMost(PATIENCE).until(() -> service.gauge("guildhall.outbox.relay.active") == 1);
    }

    private static void write(SampleService service, EscrowId escrow, int from, int to) {
        writeSilently(service, escrow, from, to);
        service.bean(DocumentOutbox.class).wake("escrow", escrow.toString());
    }

    private static void writeSilently(SampleService service, EscrowId escrow, int from, int to) {
        var messages =
                IntStream.range(from, to)
                        .mapToObj(n ->
                                new ReleaseEscrowV1(
                                        escrow, new ReleaseId(Ids.next()), Money.of(n, "USD")))
                        .toList();
        var unsent = service.bean(DocumentOutbox.class).stamp(messages);
        service.bean(MongoOperations.class)
                .upsert(
                        Query.query(Criteria.where("_id").is(escrow.toString())),
                        new Update().push(UnsentDocuments.FIELD).each(unsent.toArray()),
                        Escrow.class);
    }

    private static List<UnsentMessage> unsent(SampleService service, EscrowId escrow) {
        var document =
                service.bean(MongoOperations.class).findById(escrow.toString(), Escrow.class);
        return document == null ? List.of() : document.unsent();
    }

    private void awaitPublished(EscrowId escrow, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(amounts(escrow))
                                .containsExactlyElementsOf(
                                        LongStream.range(0, count).boxed().toList()));
    }

    private List<Long> amounts(EscrowId escrow) {
        return probe.all(ReleaseEscrowV1.class).stream()
                .filter(message -> message.escrowId().equals(escrow))
                .map(message -> message.amount().minorUnits())
                .toList();
    }

    @org.springframework.data.mongodb.core.mapping.Document("escrow")
    record Escrow(String id, List<UnsentMessage> unsent) {}

    @Configuration(proxyBeanMethods = false)
    static class Escrows {
        @Bean
        RelayedCollection escrows() {
            return new RelayedCollection("escrow");
        }
    }
}
