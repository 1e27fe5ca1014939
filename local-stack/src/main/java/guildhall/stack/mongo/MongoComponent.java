package guildhall.stack.mongo;

import guildhall.stack.component.Component;
import guildhall.stack.process.Ports;
import guildhall.stack.process.Processes;
import guildhall.stack.settings.StackHome;
import guildhall.stack.settings.StackSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A server of the MongoDB protocol, whichever it is. */
public abstract sealed class MongoComponent implements Component permits BuiltInMongo, NativeMongo {
    public static final String NAME = "mongo";

    private final StackHome home;
    private final StackSettings settings;

    MongoComponent(StackHome home, StackSettings settings) {
        this.home = home;
        this.settings = settings;
    }

    /** Empty when a MongoDB that runs elsewhere is configured. */
    public static Optional<MongoComponent> of(StackHome home, StackSettings settings) {
        if (!settings.text("mongo.uri").isEmpty()) {
            return Optional.empty();
        }
        var mongod =
                settings.text("mongo.server").equals("auto")
                        ? Processes.onPath("mongod")
                        : Optional.<Path>empty();
        return Optional.of(
                mongod.<MongoComponent>map(program -> new NativeMongo(home, settings, program))
                        .orElseGet(() -> new BuiltInMongo(home, settings)));
    }

    /** Without the name of a database. */
    public static String uri(StackSettings settings) {
        var configured = settings.text("mongo.uri");
        return configured.isEmpty()
                ? "mongodb://%s:%d".formatted(settings.bindAddress(), settings.port(NAME))
                : configured.replaceAll("/+$", "");
    }

    StackHome home() {
        return home;
    }

    StackSettings settings() {
        return settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> ports() {
        return List.of(NAME);
    }

    @Override
    public String address() {
        return uri(settings);
    }

    @Override
    public boolean isReady() {
        return Ports.answers(settings.bindAddress(), settings.port(NAME));
    }
}
