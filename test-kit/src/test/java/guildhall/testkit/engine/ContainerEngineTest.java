package guildhall.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ContainerEngineTest {
    private static final InetSocketAddress ANY =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @Test
    void hearsAnEngine() throws IOException {
        var engine = HttpServer.create(ANY, 0);
        engine.createContext(
                "/_ping",
                exchange -> {
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        engine.start();
        try {
            assertThat(ContainerEngine.answersAt(engine.getAddress())).isTrue();
        } finally {
            engine.stop(0);
        }
    }

    @Test
    @Timeout(10)
    void doesNotWaitForAnEngineThatIsSilent() throws IOException {
        try (var silent = new ServerSocket()) {
            silent.bind(ANY);
            var begin = System.nanoTime();

            var answers = ContainerEngine.answersAt(silent.getLocalSocketAddress());

            assertThat(answers).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void noticesThatNobodyIsThere() {
        assertThat(ContainerEngine.answersAt(UnixDomainSocketAddress.of("/nowhere/docker.sock")))
                .isFalse();
    }
}
