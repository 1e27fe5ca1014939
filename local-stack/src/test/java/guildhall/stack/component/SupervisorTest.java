package guildhall.stack.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guildhall.stack.process.Launch;
import guildhall.stack.process.ProcessIdentity;
import guildhall.stack.settings.StackHome;
import guildhall.stack.settings.StackSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    @TempDir Path folder;
    private StackHome home;
    private Supervisor supervisor;

    @BeforeEach
    void makeHome() {
        home = new StackHome(folder, folder.resolve("home"));
        home.create();
        supervisor = supervising("touch ready; exec sleep 60", Map.of());
    }

    @AfterEach
    void stop() throws InterruptedException {
        supervisor.stop(Progress.silent());
    }

    @Test
    void startsOnceAndThenLeavesItRunning() throws InterruptedException {
        supervisor.start(Progress.silent());
        var first = supervisor.status();

        supervisor.start(Progress.silent());

        assertThat(first.state()).isEqualTo(ComponentState.READY);
        assertThat(supervisor.status().pid()).isEqualTo(first.pid());
    }

    @Test
    void showsAKilledOneAsCrashedAndStartsItAgain() throws InterruptedException {
        supervisor.start(Progress.silent());

        supervisor.kill9();

        assertThat(supervisor.status().state()).isEqualTo(ComponentState.CRASHED);
        supervisor.start(Progress.silent());
        assertThat(supervisor.status().state()).isEqualTo(ComponentState.READY);
    }

    @Test
    void showsAStoppedOneAsStopped() throws InterruptedException {
        supervisor.start(Progress.silent());

        supervisor.stop(Progress.silent());

        assertThat(supervisor.status().state()).isEqualTo(ComponentState.STOPPED);
    }

    @Test
    void killsOneThatDoesNotListen() throws InterruptedException {
        supervisor =
                supervising(
                        "trap '' TERM; touch ready; while true; do sleep 0.1; done",
                        Map.of("stop.timeout", "300ms"));
        supervisor.start(Progress.silent());

        supervisor.stop(Progress.silent());

        assertThat(supervisor.status().state()).isEqualTo(ComponentState.STOPPED);
    }

    @Test
    void quotesTheLastWordsOfOneThatEndsAtOnce() {
        supervisor = supervising("echo no more disk; exit 3", Map.of());

        assertThatThrownBy(() -> supervisor.start(Progress.silent()))
                .isInstanceOf(ComponentFailure.class)
                .hasMessageContaining("it ended while starting")
                .hasMessageContaining(home.log("mail").toString())
                .hasMessageContaining("no more disk");
    }

    @Test
    void namesThePortInTheWayAndItsHolder() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(socket.getLocalPort());
            supervisor = supervising("touch ready; exec sleep 60", Map.of("port.mail-http", port));

            assertThatThrownBy(() -> supervisor.start(Progress.silent()))
                    .isInstanceOf(ComponentFailure.class)
                    .hasMessageStartingWith(
                            "port %s is taken by process %d (", port, ProcessHandle.current().pid())
                    .hasMessageEndingWith(
                            "Stop it, or put port.mail-http=<free port> into .guildhall/config");
        }
    }

    private Supervisor supervising(String script, Map<String, String> changes) {
        var settings = StackSettings.load(home, Map.of(), changes);
        return new Supervisor(new Script(folder, script, changes), home, settings);
    }

    /** A shell script in the place of a server; it says by a file that it is ready. */
    private record Script(Path folder, String text, Map<String, String> changes)
            implements Component {
        @Override
        public String name() {
            return "mail";
        }

        @Override
        public Set<String> needs() {
            return Set.of();
        }

        @Override
        public List<String> ports() {
            return changes.containsKey("port.mail-http") ? List.of("mail-http") : List.of();
        }

        @Override
        public String address() {
            return "nowhere";
        }

        @Override
        public List<ProcessIdentity> strays() {
            return List.of();
        }

        @Override
        public void clearRemains() {}

        @Override
        public void prepare() {}

        @Override
        public Launch launch() {
            return new Launch(List.of("sh", "-c", text), Map.of(), folder);
        }

        @Override
        public boolean isReady() {
            return Files.exists(folder.resolve("ready"));
        }
    }
}
