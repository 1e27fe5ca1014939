package guildhall.stack.mongo;

import guildhall.stack.process.Launch;
import guildhall.stack.process.ProcessIdentity;
import guildhall.stack.process.Processes;
import guildhall.stack.settings.StackHome;
import guildhall.stack.settings.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A mongod that is installed on this machine, with a data folder of ours. */
final class NativeMongo extends MongoComponent {
    private final Path program;

    NativeMongo(StackHome home, StackSettings settings, Path program) {
        super(home, settings);
        this.program = program;
    }

    @Override
    public List<ProcessIdentity> strays() {
        return Processes.startedWith(folder().toString());
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(folder());
    }

    @Override
    public Launch launch() {
        return new Launch(
                List.of(
                        program.toString(),
                        "--dbpath",
                        folder().toString(),
                        "--bind_ip",
                        settings().bindAddress(),
                        "--port",
                        settings().text("port." + NAME),
                        "--wiredTigerCacheSizeGB",
                        "0.25"),
                Map.of(),
                home().folder());
    }

    /** Not the built-in server's folder: the formats have nothing in common. */
    private Path folder() {
        return home().data("mongod");
    }
}
