package guildhall.stack.redis;

import guildhall.stack.component.Component;
import guildhall.stack.component.ComponentFailure;
import guildhall.stack.process.Launch;
import guildhall.stack.process.ProcessIdentity;
import guildhall.stack.process.Processes;
import guildhall.stack.settings.StackHome;
import guildhall.stack.settings.StackSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Sessions and rate limits. It appends every write to a file, so a kill loses a second at most. */
public final class RedisServer implements Component {
    public static final String NAME = "redis";
    private static final int TIMEOUT_MILLIS = 500;

    private final StackHome home;
    private final StackSettings settings;

    public RedisServer(StackHome home, StackSettings settings) {
        this.home = home;
        this.settings = settings;
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
        return "%s:%d".formatted(settings.bindAddress(), settings.port(NAME));
    }

    /** Redis rewrites its command line, but not the file in which it notes its process id. */
    @Override
    public List<ProcessIdentity> strays() {
        try {
            var pid = Long.parseLong(Files.readString(pidFile()).strip());
            return ProcessIdentity.of(pid).stream()
                    .filter(process -> isRedis(process.pid()))
                    .toList();
        } catch (IOException | NumberFormatException e) {
            return List.of();
        }
    }

    private static boolean isRedis(long pid) {
        return Processes.commandLine(pid).stream()
                .findFirst()
                .filter(word -> word.contains("redis"))
                .isPresent();
    }

    @Override
    public void clearRemains() throws IOException {
        Files.deleteIfExists(pidFile());
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(home.data(NAME));
        if (Files.exists(program())) {
            return;
        }
        var temporary = Files.createTempFile(program().getParent(), "unpacking-", "");
        try (var content = binary().openStream();
                var file = Files.newOutputStream(temporary)) {
            content.transferTo(file);
        }
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(temporary, program());
    }

    @Override
    public Launch launch() {
        return new Launch(
                List.of(
                        program().toString(),
                        "--bind",
                        settings.bindAddress(),
                        "--port",
                        settings.text("port." + NAME),
                        "--dir",
                        home.data(NAME).toString(),
                        "--pidfile",
                        pidFile().toString(),
                        "--maxmemory",
                        settings.text("redis.max-memory"),
                        "--maxmemory-policy",
                        "noeviction",
                        "--save",
                        "",
                        "--appendonly",
                        "yes",
                        "--appendfsync",
                        "everysec",
                        "--aof-load-truncated",
                        "yes"),
                Map.of(),
                home.folder());
    }

    @Override
    public boolean isReady() {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(settings.bindAddress(), settings.port(NAME)),
                    TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = socket.getInputStream().readNBytes("+PONG".length());
            return new String(answer, StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException e) {
            return false;
        }
    }

    private Path pidFile() {
        return home.data(NAME).resolve("redis.pid");
    }

    /** Named after the binary, which carries its version. */
    private Path program() {
        return home.cache(Path.of(binary().getPath()).getFileName().toString());
    }

    private static URL binary() {
        var system =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")
                        ? "darwin"
                        : "linux";
        var architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        return Stream.of("6.2.6-v5", "6.2.7")
                .map(version -> "/redis-server-%s-%s-%s".formatted(version, system, architecture))
                .map(RedisServer.class::getResource)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() ->
                        new ComponentFailure(
                                "there is no Redis binary for %s on %s"
                                        .formatted(system, architecture)));
    }
}
