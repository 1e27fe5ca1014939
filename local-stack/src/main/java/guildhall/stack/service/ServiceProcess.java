package guildhall.stack.service;

import guildhall.stack.component.Component;
import guildhall.stack.component.JavaCommand;
import guildhall.stack.process.Launch;
import guildhall.stack.process.ProcessIdentity;
import guildhall.stack.settings.Secrets;
import guildhall.stack.settings.StackHome;
import guildhall.stack.settings.StackSettings;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** A service of ours as a part of the stack. */
public final class ServiceProcess implements Component {
    private static final int TIMEOUT_MILLIS = 2_000;

    private final PlatformService service;
    private final StackHome home;
    private final StackSettings settings;
    private final ServiceEnvironment environment;
    private final UnpackedJar jar;
    private final JavaCommand java;

    public ServiceProcess(
            PlatformService service, StackHome home, StackSettings settings, Secrets secrets) {
        this.service = service;
        this.home = home;
        this.settings = settings;
        this.environment = new ServiceEnvironment(settings, secrets);
        this.jar = new UnpackedJar(home, service.name());
        this.java = new JavaCommand(home, settings);
    }

    @Override
    public String name() {
        return service.name();
    }

    @Override
    public Set<String> needs() {
        return service.store();
    }

    @Override
    public List<String> ports() {
        return service.ports();
    }

    @Override
    public String address() {
        return "http://%s:%d".formatted(settings.bindAddress(), settings.port(service.name()));
    }

    private String management() {
        return service.hasManagementPort()
                ? "http://%s:%d"
                        .formatted(
                                ServiceEnvironment.LOOPBACK,
                                settings.port(service.managementPort()))
                : address();
    }

    @Override
    public List<ProcessIdentity> strays() {
        return java.running(service.name());
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        jar.unpack();
    }

    @Override
    public Launch launch() throws IOException {
        return new Launch(
                java.service(service.name(), jar.path()), environment.of(service), home.folder());
    }

    @Override
    public boolean isReady() {
        try {
            var url = URI.create(management() + "/actuator/health/readiness").toURL();
            var connection = (HttpURLConnection) url.openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setUseCaches(false);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
