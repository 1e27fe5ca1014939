package guildhall.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.RefundId;
import guildhall.messages.money.Money;
import guildhall.messages.payment.PaymentCommands.RefundEscrowV1;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageStamperTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final UUID ESCROW = UUID.fromString("01890000-0000-7000-8000-000000000001");

    private final MessageStamper stamper =
            new MessageStamper(
                    "payment-service",
                    Clock.fixed(NOW, ZoneOffset.UTC),
                    () -> Map.of("traceparent", "00-trace-span-01"));

    @Test
    void carriesTheCauseTheTraceAndTheTime() {
        var causation = UUID.fromString("01890000-0000-7000-8000-000000000002");

        var stamped =
                new Cause("request-1", causation, "user:7").call(() -> stamper.stamp(refund("no")));

        assertThat(stamped.id().version()).isEqualTo(7);
        assertThat(stamped)
                .isEqualTo(
                        new StampedMessage(
                                stamped.id(),
                                "payment.commands",
                                ESCROW.toString(),
                                "payment.refund-escrow.v1",
                                Map.ofEntries(
                                        Map.entry("ce_specversion", "1.0"),
                                        Map.entry("ce_id", stamped.id().toString()),
                                        Map.entry("ce_source", "/payment-service"),
                                        Map.entry("ce_type", "payment.refund-escrow.v1"),
                                        Map.entry("ce_time", "2026-11-20T10:00:00Z"),
                                        Map.entry("ce_subject", ESCROW.toString()),
                                        Map.entry("content-type", "application/json"),
                                        Map.entry("correlationid", "request-1"),
                                        Map.entry("causationid", causation.toString()),
                                        Map.entry("actor", "user:7"),
                                        Map.entry("traceparent", "00-trace-span-01")),
                                MessageJson.write(refund("no")),
                                NOW));
    }

    @Test
    void beginsAChainOfCausesWhenThereIsNone() {
        var stamped = stamper.stamp(refund("no"));

        assertThat(stamped.headers())
                .containsEntry("correlationid", stamped.id().toString())
                .containsEntry("actor", "system:payment-service")
                .doesNotContainKey("causationid");
    }

    @Test
    void refusesWhatKafkaWouldNotTake() {
        assertThatThrownBy(() -> stamper.stamp(refund("x".repeat(1_000_000))))
                .isInstanceOf(IllegalStateException.class);
    }

    private static RefundEscrowV1 refund(String reason) {
        return new RefundEscrowV1(
                new EscrowId(ESCROW), new RefundId(ESCROW), Money.of(5, "USD"), reason);
    }
}
