package guildhall.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guildhall.stack.component.ComponentFailure;
import guildhall.stack.component.ComponentState;
import guildhall.stack.component.ComponentStatus;
import guildhall.stack.component.Folders;
import guildhall.stack.component.Progress;
import guildhall.stack.process.Processes;
import guildhall.stack.settings.StackHome;
import guildhall.stack.settings.StackSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Starts the whole infrastructure once; each test does something bad to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.Random.class)
class InfrastructureIT {
    private static final List<String> STORES = List.of("postgres", "kafka", "redis", "mongo");

    private Stack stack;
    private StoredData data;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        var home = new StackHome(Path.of("..").toRealPath(), folder.toRealPath().resolve("home"));
        stack = Stack.open(home, StackSettings.load(home, Map.of(), freePorts()));
        stack.up(stack.infrastructure(), Progress.silent());
        data = new StoredData(stack);
    }

    @AfterAll
    void stop() throws InterruptedException {
        stack.down(List.of(), Progress.silent());
    }

    @Test
    void keepsAcknowledgedDataThroughAKillOfEverything() throws Exception {
        data.write("killed");

        for (var name : stack.infrastructure()) {
            stack.kill9(name);
        }

        assertThat(states()).containsOnly(ComponentState.CRASHED);
        stack.up(stack.infrastructure(), Progress.silent());
        assertThat(states()).containsOnly(ComponentState.READY);
        for (var store : STORES) {
            assertThat(data.has(store, "killed")).as(store).isTrue();
        }
    }

    @Test
    void keepsDataThroughAStop() throws Exception {
        data.write("stopped");

        stack.down(stack.infrastructure(), Progress.silent());

        assertThat(states()).containsOnly(ComponentState.STOPPED);
        stack.up(stack.infrastructure(), Progress.silent());
        for (var store : STORES) {
            assertThat(data.has(store, "stopped")).as(store).isTrue();
        }
    }

    @Test
    void freesTheRowsThatADeadMachineHadLocked() throws Exception {
        assertThat(data.settingOfServices("idle_in_transaction_session_timeout")).isEqualTo("1min");
    }

    @Test
    void replacesProcessesThatNobodyRemembers() throws Exception {
        var forgotten = pids();
        for (var name : stack.infrastructure()) {
            Files.delete(stack.home().pidFile(name));
        }

        stack.up(stack.infrastructure(), Progress.silent());

        assertThat(pids()).doesNotContainAnyElementsOf(forgotten);
        for (var pid : forgotten) {
            assertThat(Processes.commandLine(pid)).isEmpty();
        }
    }

    @Test
    void startsPostgresAlthoughItsPidFileNamesAnotherProcess() throws Exception {
        stack.kill9("postgres");
        Files.writeString(
                stack.home().data("postgres").resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n");

        stack.start("postgres", Progress.silent());

        assertThat(stack.status("postgres").state()).isEqualTo(ComponentState.READY);
    }

    @Test
    void startsPostgresAfterAKillInTheMiddleOfItsFirstStart() throws Exception {
        stack.stop("postgres", Progress.silent());
        var half = stack.home().data("postgres.unfinished");
        Files.createDirectories(half.resolve("base"));

        stack.start("postgres", Progress.silent());

        assertThat(half).doesNotExist();
    }

    @Test
    void startsKafkaAfterAKillInTheMiddleOfItsFirstStart() throws Exception {
        stack.stop("kafka", Progress.silent());
        var finished = stack.home().data("kafka");
        var half = stack.home().data("kafka.unfinished");
        Files.createDirectories(half);
        Files.copy(finished.resolve("meta.properties"), half.resolve("meta.properties"));
        Folders.delete(finished);

        stack.start("kafka", Progress.silent());

        assertThat(half).doesNotExist();
        assertThat(stack.status("kafka").state()).isEqualTo(ComponentState.READY);
    }

    @Test
    void saysWhatToDoWhenTheSecretsAreLost() throws Exception {
        var settings = stack.settings();
        var secrets = Files.readString(stack.home().secrets());
        Files.delete(stack.home().secrets());
        try {
            var other = Stack.open(stack.home(), settings);

            assertThatThrownBy(() -> other.start("postgres", Progress.silent()))
                    .isInstanceOf(ComponentFailure.class)
                    .hasMessageContaining(stack.home().secrets().toString())
                    .hasMessageContaining("./guildhall reset");
        } finally {
            Files.writeString(stack.home().secrets(), secrets);
        }
    }

    @Test
    void catchesMailsAndShowsThem() throws Exception {
        var catcher = new MailProbe(stack);

        catcher.send("ada@example.com", "Welcome", "Your <b>token</b>");

        assertThat(catcher.get("/api/mails?to=ADA%40example.com"))
                .contains("\"subject\":\"Welcome\"")
                .contains("\"to\":[\"ada@example.com\"]");
        assertThat(catcher.get("/api/mails?to=nobody%40example.com")).isEqualTo("[]");
        assertThat(catcher.get("/")).contains("Your &lt;b&gt;token&lt;/b&gt;");
    }

    private List<ComponentState> states() {
        return stack.infrastructure().stream()
                .map(stack::status)
                .map(ComponentStatus::state)
                .toList();
    }

    private List<Long> pids() {
        return stack.infrastructure().stream()
                .map(name -> stack.status(name).pid().orElseThrow())
                .toList();
    }

    /** All are held open until the last one is known, so that none comes twice. */
    private static Map<String, String> freePorts() throws IOException {
        var sockets = new HashMap<String, ServerSocket>();
        for (var name :
                List.of(
                        "postgres",
                        "kafka",
                        "kafka-controller",
                        "redis",
                        "mongo",
                        "smtp",
                        "mail-http")) {
            sockets.put("port." + name, new ServerSocket(0));
        }
        var ports = new HashMap<String, String>();
        for (var entry : sockets.entrySet()) {
            ports.put(entry.getKey(), Integer.toString(entry.getValue().getLocalPort()));
            entry.getValue().close();
        }
        return ports;
    }
}
