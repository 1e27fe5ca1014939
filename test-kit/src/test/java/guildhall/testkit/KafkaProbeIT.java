package guildhall.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.RefundId;
import guildhall.messages.money.Money;
import guildhall.messages.payment.PaymentCommands;
import guildhall.messages.payment.PaymentCommands.CancelEscrowV1;
import guildhall.messages.payment.PaymentCommands.RefundEscrowV1;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KafkaProbeIT {
    private final TestEnvironment environment = TestEnvironment.create("kit", Infrastructure.KAFKA);
    private final KafkaProbe probe = environment.kafka();

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void readsBackWhatItPublishedWithItsEnvelope() {
        var refund =
                new RefundEscrowV1(
                        new EscrowId(UUID.randomUUID()),
                        new RefundId(UUID.randomUUID()),
                        Money.of(12_345, "USD"),
                        "hire fell through");

        var id = probe.publish(refund);

        var arrival = probe.awaitArrival(RefundEscrowV1.class, refund::equals);
        assertThat(arrival.message()).isEqualTo(refund);
        assertThat(arrival.id()).isEqualTo(id);
        assertThat(arrival.key()).isEqualTo(refund.escrowId().toString());
        assertThat(arrival.headers())
                .containsEntry("ce_type", "payment.refund-escrow.v1")
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/payment-service")
                .containsEntry("ce_subject", refund.key())
                .containsEntry("content-type", "application/json");
    }

    @Test
    void repeatsAMessageUnderItsOldId() {
        var id = UUID.randomUUID();
        var cancellation = cancellation();

        probe.publish(id, cancellation);
        probe.publish(id, cancellation, Map.of("correlationid", "from-the-retry"));

        assertThat(probe.arrivals(CancelEscrowV1.class))
                .extracting(Arrival::id)
                .containsExactly(id, id);
        assertThat(probe.arrivals(CancelEscrowV1.class).getLast().header("correlationid"))
                .isEqualTo("from-the-retry");
    }

    @Test
    void sendsBodiesThatNobodyCanRead() {
        probe.publishMalformed(CancelEscrowV1.class, "some-key");
        probe.publishUnknownType(CancelEscrowV1.class, "some-key");

        var bodies =
                probe.records("payment.commands").stream()
                        .map(record -> new String(record.value(), StandardCharsets.UTF_8));

        assertThat(bodies).containsExactly("{\"broken\": ", "{}");
    }

    @Test
    void failsWithEverythingItSawWhenAMessageDoesNotCome() {
        var other = cancellation();
        probe.publish(other);

        assertThatThrownBy(
                        () -> probe.await(RefundEscrowV1.class, _ -> true, Duration.ofMillis(300)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("RefundEscrowV1")
                .hasMessageContaining("payment.cancel-escrow.v1")
                .hasMessageContaining(other.key());
    }

    @Test
    void noticesAMessageThatNobodyShouldHaveSent() {
        var unwanted = cancellation();
        probe.noneWithin(Duration.ofMillis(100), CancelEscrowV1.class, _ -> true);

        probe.publish(unwanted);

        assertThatThrownBy(() ->
                        probe.noneWithin(
                                Duration.ofSeconds(5), CancelEscrowV1.class, unwanted::equals))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(unwanted.key());
    }

    @Test
    void doesNotSeeTheTopicsOfOtherTests() {
        probe.publish(cancellation());

        try (var elsewhere = TestEnvironment.create("kit", Infrastructure.KAFKA)) {
            assertThat(elsewhere.kafka().all(CancelEscrowV1.class)).isEmpty();
            assertThat(elsewhere.kafka().topicOf(PaymentCommands.class))
                    .isNotEqualTo(probe.topicOf(PaymentCommands.class));
        }
    }

    private static CancelEscrowV1 cancellation() {
        return new CancelEscrowV1(
                new EscrowId(UUID.randomUUID()), new RefundId(UUID.randomUUID()), "test");
    }
}
