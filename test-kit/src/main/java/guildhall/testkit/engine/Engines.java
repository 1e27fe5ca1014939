package guildhall.testkit.engine;

import guildhall.testkit.engine.Engine.Source;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The servers of this JVM, each started at most once. */
public final class Engines {
    private static final Logger LOG = LoggerFactory.getLogger(Engines.class);

    private static final Map<String, Engine> STARTED = new ConcurrentHashMap<>();

    public static Engine postgres(String setting) {
        return find(setting, Containers.POSTGRES_IMAGE, Containers::postgres, Embedded::postgres);
    }

    public static Engine kafka(String setting) {
        return find(setting, Containers.KAFKA_IMAGE, Containers::kafka, Embedded::kafka);
    }

    public static Engine mongo(String setting) {
        return find(setting, Containers.MONGO_IMAGE, Containers::mongo, Embedded::mongo);
    }

    public static Engine redis(String setting) {
        return find(setting, Containers.REDIS_IMAGE, Containers::redis, Embedded::redis);
    }

    private static Engine find(
            String setting, String image, Supplier<Engine> container, Supplier<Engine> embedded) {
        return STARTED.computeIfAbsent(setting, _ -> start(setting, image, container, embedded));
    }

    private static Engine start(
            String setting, String image, Supplier<Engine> container, Supplier<Engine> embedded) {
        var begin = System.nanoTime();
        var engine =
                Settings.find(setting)
                        .map(address -> new Engine(Source.CONFIGURED, address))
                        .or(() -> Containers.tryStart(image, container))
                        .orElseGet(embedded);
        LOG.info(
                "{} {} in {} ms",
                setting,
                engine.source(),
                (System.nanoTime() - begin) / 1_000_000);
        return engine;
    }

    private Engines() {}
}
