package guildhall.runtime.sample;

import guildhall.testkit.Infrastructure;
import guildhall.testkit.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** One running instance. Start several on the same database to have a service of several. */
public final class SampleService implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private SampleService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** How to start one. */
    public static final class Blueprint {
        private final Map<String, String> properties = new HashMap<>();
        private Class<?>[] configurations = {Sample.class};

        private Blueprint() {
            with("spring.application.name", "sample-service");
            with("spring.config.import", "classpath:guildhall-runtime.yml");
            with("management.tracing.sampling.probability", "1.0");
            with("LOG_FORMAT", "");
        }

        public Blueprint on(TestDatabase database) {
            properties.putAll(database.properties());
            return withoutMongo();
        }

        public Blueprint onMongo(String uri) {
            with("MONGO_URI", uri).with("guildhall.documents.relay.sweep-poll", "1s");
            return with(
                    "spring.autoconfigure.exclude",
                    "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration");
        }

        private Blueprint withoutMongo() {
            return with(
                    "spring.autoconfigure.exclude",
                    """
                    org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration,\
                    org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration\
                    """);
        }

        public Blueprint kafka(String bootstrap, String prefix) {
            return with("spring.kafka.bootstrap-servers", bootstrap).with("TOPIC_PREFIX", prefix);
        }

        public Blueprint sharedKafka(String prefix) {
            return kafka(Infrastructure.KAFKA.address(), prefix);
        }

        public Blueprint with(String property, String value) {
            properties.put(property, value);
            return this;
        }

        public Blueprint using(Class<?>... more) {
            configurations = new Class<?>[more.length + 1];
            configurations[0] = Sample.class;
            System.arraycopy(more, 0, configurations, 1, more.length);
            return this;
        }

        /** In a process of its own, to be killed. It has no beans but the runtime's. */
        public Process startProcess() {
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
            command.addAll(List.of("-cp", System.getProperty("java.class.path")));
            command.add(SampleService.class.getName());
            command.addAll(arguments());
            try {
                return new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public SampleService start() {
            return new SampleService(
                    new SpringApplicationBuilder(configurations)
                            .web(WebApplicationType.NONE)
                            .run(arguments().toArray(String[]::new)));
        }

        /** Arguments win over everything, also over what an embedded broker sets for the JVM. */
        private List<String> arguments() {
            return properties.entrySet().stream()
                    .map(property -> "--" + property.getKey() + "=" + property.getValue())
                    .toList();
        }
    }

    /** A process of its own; the arguments are its properties. */
    public static void main(String[] arguments) {
        new SpringApplicationBuilder(Sample.class).web(WebApplicationType.NONE).run(arguments);
    }

    public static Blueprint blueprint() {
        return new Blueprint();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The present value of a metric. */
    public double gauge(String name) {
        return bean(MeterRegistry.class).get(name).gauge().value();
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Sample {}
}
