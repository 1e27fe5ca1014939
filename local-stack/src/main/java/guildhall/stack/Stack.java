package guildhall.stack;

import guildhall.stack.component.Component;
import guildhall.stack.component.ComponentFailure;
import guildhall.stack.component.ComponentState;
import guildhall.stack.component.ComponentStatus;
import guildhall.stack.component.Progress;
import guildhall.stack.component.Supervisor;
import guildhall.stack.kafka.KafkaBroker;
import guildhall.stack.mail.MailCatcher;
import guildhall.stack.mongo.MongoComponent;
import guildhall.stack.postgres.PostgresServer;
import guildhall.stack.postgres.RoleSecrets;
import guildhall.stack.process.Processes;
import guildhall.stack.redis.RedisServer;
import guildhall.stack.service.PlatformService;
import guildhall.stack.service.ServiceProcess;
import guildhall.stack.service.ServiceSecrets;
import guildhall.stack.settings.Secrets;
import guildhall.stack.settings.StackHome;
import guildhall.stack.settings.StackSettings;
import guildhall.stack.settings.Suggestion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The local stack as an object. Processes belong to the machine and not to this object: any number
 * of them, in any number of programs, see and steer the same processes.
 */
public final class Stack {
    private final StackHome home;
    private final StackSettings settings;
    private final Secrets secrets;
    private final SequencedMap<String, Supervisor> supervisors = new LinkedHashMap<>();

    private Stack(StackHome home, StackSettings settings) {
        this.home = home;
        this.settings = settings;
        var names = new HashSet<String>(RoleSecrets.names());
        names.addAll(ServiceSecrets.names());
        home.create();
        this.secrets = Secrets.load(home, names);
        add(new PostgresServer(home, settings, secrets));
        add(new KafkaBroker(home, settings));
        add(new RedisServer(home, settings));
        MongoComponent.of(home, settings).ifPresent(this::add);
        add(new MailCatcher(home, settings));
        PlatformService.ALL.forEach(
                service -> add(new ServiceProcess(service, home, settings, secrets)));
    }

    private void add(Component component) {
        supervisors.put(component.name(), new Supervisor(component, home, settings));
    }

    /**
     * The stack of this checkout.
     *
     * @param changes settings of this command
     */
    public static Stack open(Map<String, String> changes) {
        var stackHome = StackHome.of(Path.of(System.getProperty("guildhall.root", ".")));
        return open(stackHome, StackSettings.load(stackHome, System.getenv(), changes));
    }

    public static Stack open(StackHome home, StackSettings settings) {
        return new Stack(home, settings);
    }

    /** All components: infrastructure first, then the services. */
    public List<String> names() {
        return List.copyOf(supervisors.keySet());
    }

    public List<String> services() {
        return PlatformService.ALL.stream().map(PlatformService::name).toList();
    }

    /** They keep data and tell of it; the gateway keeps none. */
    public List<String> servicesBehindTheGateway() {
        return PlatformService.behindTheGateway().toList();
    }

    public List<String> infrastructure() {
        return names().stream().filter(name -> !services().contains(name)).toList();
    }

    /**
     * Starts components and what they need, as far as they do not run, and returns when all are
     * ready. No names means everything.
     *
     * @throws ComponentFailure when some could not be started; the others are running
     */
    public void up(Collection<String> names, Progress progress) throws InterruptedException {
        try (var _ = StackLock.acquire(home)) {
            var chosen = withNeeds(names.isEmpty() ? names() : names);
            new Startup(supervisorsOf(chosen), settings, progress).run();
        }
    }

    /** Stops components gracefully, services before infrastructure. No names means everything. */
    public void down(Collection<String> names, Progress progress) throws InterruptedException {
        try (var _ = StackLock.acquire(home)) {
            var chosen = Set.copyOf(names.isEmpty() ? names() : names);
            chosen.forEach(this::supervisor);
            Together.run(
                    services().stream().filter(chosen::contains).toList(),
                    name -> stop(name, progress));
            Together.run(
                    infrastructure().stream().filter(chosen::contains).toList(),
                    name -> stop(name, progress));
        }
    }

    /** Starts this one component only and returns when it is ready. */
    public void start(String name, Progress progress) throws InterruptedException {
        supervisor(name).start(progress);
    }

    public void stop(String name, Progress progress) throws InterruptedException {
        supervisor(name).stop(progress);
    }

    /** As a crash: no warning, nothing flushed, children included. Returns when it is gone. */
    public void kill9(String name) throws InterruptedException {
        supervisor(name).kill9();
    }

    public void restart(String name, Progress progress) throws InterruptedException {
        stop(name, progress);
        start(name, progress);
    }

    /** For a component that somebody else starts; false when it was not ready in time. */
    public boolean waitReady(String name, Duration patience) throws InterruptedException {
        var supervisor = supervisor(name);
        return Processes.await(patience, () -> supervisor.status().state() == ComponentState.READY);
    }

    public ComponentStatus status(String name) {
        return supervisor(name).status();
    }

    /** Of all components, in the order of {@link #names()}. */
    public List<ComponentStatus> status() throws InterruptedException {
        return Together.map(names(), this::status);
    }

    public StackHome home() {
        return home;
    }

    public StackSettings settings() {
        return settings;
    }

    /** Base URL of a service, or of the mail catcher: without a slash at the end. */
    public String url(String name) {
        return supervisor(name).component().address();
    }

    public String kafkaBootstrap() {
        return supervisor(KafkaBroker.NAME).component().address();
    }

    /** Without the name of a database; it may run elsewhere. */
    public String mongoUri() {
        return MongoComponent.uri(settings);
    }

    public String adminEmail() {
        return settings.text("admin.email");
    }

    public String adminPassword() {
        return secrets.get(ServiceSecrets.ADMIN_PASSWORD);
    }

    /** A secret by its name in the file, for programs that must log in themselves. */
    public String secret(String name) {
        return secrets.get(name);
    }

    public Supervisor supervisor(String name) {
        var supervisor = supervisors.get(name);
        if (supervisor == null) {
            throw new ComponentFailure(
                    "there is no component '%s'%s%n(there are: %s)"
                            .formatted(
                                    name,
                                    Suggestion.forTypo(name, names()),
                                    String.join(", ", names())));
        }
        return supervisor;
    }

    private List<Supervisor> supervisorsOf(Set<String> chosen) {
        return supervisors.entrySet().stream()
                .filter(entry -> chosen.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** What is configured to run elsewhere is needed, but not ours to start. */
    private Set<String> withNeeds(Collection<String> names) {
        var open = new ArrayList<>(names);
        var found = new LinkedHashSet<String>();
        while (!open.isEmpty()) {
            var name = open.removeLast();
            if (found.add(name)) {
                supervisor(name).component().needs().stream()
                        .filter(supervisors::containsKey)
                        .forEach(open::add);
            }
        }
        return found;
    }
}
