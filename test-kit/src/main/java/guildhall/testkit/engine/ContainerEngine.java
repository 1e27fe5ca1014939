package guildhall.testkit.engine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Asks for a container engine's {@code /_ping} and waits two seconds at most, before Testcontainers
 * is let loose: its own search takes much longer when nothing is there.
 */
final class ContainerEngine {
    private static final int PATIENCE_SECONDS = 2;

    private static final class Answer {
        static final boolean GIVEN =
                isWanted() && address().filter(ContainerEngine::answersAt).isPresent();
    }

    static boolean answers() {
        return Answer.GIVEN;
    }

    static boolean answersAt(SocketAddress address) {
        return CompletableFuture.supplyAsync(
                        () -> pong(address), task -> Thread.ofVirtual().start(task))
                .completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private static boolean isWanted() {
        return Settings.find("GUILDHALL_TEST_CONTAINERS").map(Boolean::parseBoolean).orElse(true);
    }

    private static Optional<SocketAddress> address() {
        var host = Settings.find("DOCKER_HOST").map(URI::create);
        if (host.isEmpty()) {
            return usualSockets()
                    .filter(Files::exists)
                    .findFirst()
                    .map(UnixDomainSocketAddress::of);
        }
        return switch (host.get().getScheme()) {
            case "unix" -> Optional.of(UnixDomainSocketAddress.of(Path.of(host.get().getPath())));
            case "tcp" ->
                    Optional.of(new InetSocketAddress(host.get().getHost(), host.get().getPort()));
            default -> Optional.empty();
        };
    }

    private static Stream<Path> usualSockets() {
        var home = Path.of(System.getProperty("user.home"));
        return Stream.concat(
                Stream.of(
                        Path.of("/var/run/docker.sock"),
                        home.resolve(".docker/run/docker.sock"),
                        home.resolve(".docker/desktop/docker.sock")),
                Settings.find("XDG_RUNTIME_DIR").map(Path::of).stream()
                        .map(directory -> directory.resolve("docker.sock")));
    }

    private static boolean pong(SocketAddress address) {
        try (var channel =
                address instanceof UnixDomainSocketAddress
                        ? SocketChannel.open(StandardProtocolFamily.UNIX)
                        : SocketChannel.open()) {
            channel.connect(address);
            channel.write(
                    StandardCharsets.US_ASCII.encode(
                            "GET /_ping HTTP/1.0\r\nHost: localhost\r\n\r\n"));
            var answer = ByteBuffer.allocate("HTTP/1.0 200".length());
            while (answer.hasRemaining() && channel.read(answer) >= 0) {
                // Reads until the status line is complete.
            }
            return new String(answer.array(), StandardCharsets.US_ASCII).endsWith(" 200");
        } catch (IOException absent) {
            return false;
        }
    }

    private ContainerEngine() {}
}
