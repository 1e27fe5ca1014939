package guildhall.runtime.consume;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.RefundId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.messages.payment.PaymentCommands.RefundEscrowV1;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.runtime.id.Ids;
import guildhall.runtime.outbox.Outbox;
import guildhall.runtime.sample.SampleService;
import guildhall.runtime.sample.SampleTopics;
import guildhall.testkit.Infrastructure;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestDatabase;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** From Kafka through a handler and the outbox to Kafka again. */
class TraceIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void continuesTheTraceAndTheChainOfCausesOfTheSender() {
        var prefix = "trace-" + UUID.randomUUID() + ".";
        SampleTopics.create(Infrastructure.KAFKA.address(), prefix);
        try (var database = TestDatabase.create("sample");
                var probe = new KafkaProbe(Infrastructure.KAFKA.address(), prefix);
                var _ =
                        SampleService.blueprint()
                                .on(database)
                                .sharedKafka(prefix)
                                .using(Refunds.class)
                                .start()) {
            var id = Ids.next();

            probe.publish(
                    id,
                    new ReleaseEscrowV1(
                            new EscrowId(Ids.next()),
                            new ReleaseId(Ids.next()),
                            Money.of(1, "USD")),
                    Map.of(
                            "traceparent",
                            "00-" + TRACE + "-00f067aa0ba902b7-01",
                            "correlationid",
                            "request-1"));

            probe.await(RefundEscrowV1.class, _ -> true);
            var arrival = probe.arrivals(RefundEscrowV1.class).getFirst();
            assertThat(arrival.header("traceparent")).startsWith("00-" + TRACE + "-");
            assertThat(arrival.header("correlationid")).isEqualTo("request-1");
            assertThat(arrival.header("causationid")).isEqualTo(id.toString());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Refunds {
        @Bean
        Subscription refunds(Outbox outbox) {
            return Subscription.named("sample.refunds")
                    .on(
                            ReleaseEscrowV1.class,
                            received ->
                                    outbox.add(
                                            new RefundEscrowV1(
                                                    received.message().escrowId(),
                                                    new RefundId(Ids.next()),
                                                    received.message().amount(),
                                                    "changed their mind")));
        }
    }
}
