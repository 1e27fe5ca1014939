package guildhall.stack.mail;

import guildhall.stack.component.Component;
import guildhall.stack.component.JavaCommand;
import guildhall.stack.process.Launch;
import guildhall.stack.process.Ports;
import guildhall.stack.process.ProcessIdentity;
import guildhall.stack.settings.StackHome;
import guildhall.stack.settings.StackSettings;
import java.util.List;

/** The mail catcher as a part of the stack. */
public final class MailCatcher implements Component {
    public static final String NAME = "mail";
    private static final String SMTP = "smtp";
    private static final String HTTP = "mail-http";

    private final StackHome home;
    private final StackSettings settings;
    private final JavaCommand java;

    public MailCatcher(StackHome home, StackSettings settings) {
        this.home = home;
        this.settings = settings;
        this.java = new JavaCommand(home, settings);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> ports() {
        return List.of(HTTP, SMTP);
    }

    @Override
    public String address() {
        return "http://%s:%d".formatted(settings.bindAddress(), settings.port(HTTP));
    }

    @Override
    public List<ProcessIdentity> strays() {
        return java.running(NAME);
    }

    @Override
    public Launch launch() {
        var arguments =
                List.of(
                        settings.bindAddress(),
                        settings.text("port." + SMTP),
                        settings.text("port." + HTTP));
        return new Launch(
                java.helper(NAME, MailMain.class.getName(), arguments),
                JavaCommand.environment(),
                home.folder());
    }

    /** SMTP comes up first, so the page answering means that both do. */
    @Override
    public boolean isReady() {
        return Ports.answers(settings.bindAddress(), settings.port(HTTP));
    }
}
