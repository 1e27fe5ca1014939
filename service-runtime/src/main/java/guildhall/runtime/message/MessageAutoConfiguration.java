package guildhall.runtime.message;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/** Envelopes and the producer side of Kafka. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure"
                    + ".OpenTelemetryTracingAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure"
                    + ".CompositeMeterRegistryAutoConfiguration"
        })
@EnableConfigurationProperties(TopicPrefix.class)
public class MessageAutoConfiguration {
    @Bean
    TraceHeaders traceHeaders(
            ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        var available = tracer.getIfAvailable();
        var format = propagator.getIfAvailable();
        return available == null || format == null
                ? TraceHeaders.NONE
                : new TracerHeaders(available, format);
    }

    @Bean
    MessageStamper messageStamper(
            @Value("${spring.application.name}") String service, Clock clock, TraceHeaders trace) {
        return new MessageStamper(service, clock, trace);
    }

    @Bean
    MessagePublishers messagePublishers(
            KafkaProperties kafka, TopicPrefix prefix, MeterRegistry metrics) {
        return new MessagePublishers(kafka.buildProducerProperties(), prefix, metrics);
    }
}
