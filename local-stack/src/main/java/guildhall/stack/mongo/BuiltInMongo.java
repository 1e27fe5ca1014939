package guildhall.stack.mongo;

import guildhall.stack.component.JavaCommand;
import guildhall.stack.process.Launch;
import guildhall.stack.process.ProcessIdentity;
import guildhall.stack.settings.StackHome;
import guildhall.stack.settings.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** The server written in Java: the portable subset of MongoDB, in one folder. */
final class BuiltInMongo extends MongoComponent {
    private final JavaCommand java;

    BuiltInMongo(StackHome home, StackSettings settings) {
        super(home, settings);
        this.java = new JavaCommand(home, settings);
    }

    @Override
    public List<ProcessIdentity> strays() {
        return java.running(NAME);
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(home().data(NAME));
    }

    @Override
    public Launch launch() {
        var arguments =
                List.of(
                        home().data(NAME).resolve("documents.mv").toString(),
                        settings().bindAddress(),
                        settings().text("port." + NAME));
        return new Launch(
                java.helper(NAME, MongoMain.class.getName(), arguments),
                JavaCommand.environment(),
                home().folder());
    }
}
