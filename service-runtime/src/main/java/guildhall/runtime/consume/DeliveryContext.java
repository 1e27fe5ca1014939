package guildhall.runtime.consume;

import guildhall.runtime.consume.Subscription.Work;
import guildhall.runtime.message.Cause;
import guildhall.runtime.message.MessageHeaders;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What surrounds the handling of a message: the sender's trace, continued, and the cause. */
final class DeliveryContext {
    private final ObservationRegistry observations;
    private final String service;

    DeliveryContext(ObservationRegistry observations, String service) {
        this.observations = observations;
        this.service = service;
    }

    /** What the work publishes and logs belongs to the delivery. */
    <T> T call(String consumer, Delivery delivery, Supplier<T> work) {
        return observation(consumer, delivery).observe(() -> cause(delivery).call(work));
    }

    /**
     * Begins the work for several deliveries, does for each of them what belongs to that delivery
     * alone, and ends the work.
     */
    void callTogether(String consumer, List<Delivery> deliveries, Supplier<Work> work) {
        var observed = deliveries.stream().map(d -> observation(consumer, d).start()).toList();
        try {
            var begun = work.get();
            for (int i = 0; i < deliveries.size(); i++) {
                try (var _ = observed.get(i).openScope()) {
                    cause(deliveries.get(i)).run(begun.each().get(i));
                }
            }
            begun.end().run();
        } catch (RuntimeException | Error e) {
            observed.forEach(observation -> observation.error(e));
            throw e;
        } finally {
            observed.forEach(Observation::stop);
        }
    }

    private Cause cause(Delivery delivery) {
        var headers = delivery.headers();
        return new Cause(
                headers.getOrDefault(
                        MessageHeaders.CORRELATION_ID, delivery.messageId().toString()),
                delivery.messageId(),
                headers.getOrDefault(MessageHeaders.ACTOR, "system:" + service));
    }

    private Observation observation(String consumer, Delivery delivery) {
        return Observation.createNotStarted(
                        "guildhall.consume", () -> context(delivery), observations)
                .contextualName(delivery.type() + " receive")
                .lowCardinalityKeyValue("consumer", consumer)
                .lowCardinalityKeyValue("type", delivery.type())
                .highCardinalityKeyValue("message.id", delivery.messageId().toString())
                .highCardinalityKeyValue("message.key", delivery.key());
    }

    private static Observation.Context context(Delivery delivery) {
        var context = new ReceiverContext<Map<String, String>>(Map::get, Kind.CONSUMER);
        context.setCarrier(delivery.headers());
        context.setRemoteServiceName("kafka");
        return context;
    }
}
