package guildhall.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    private static final Instant STARTED = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir Path folder;
    private PidFile file;

    @BeforeEach
    void place() {
        file = new PidFile(folder.resolve("payment.pid"));
    }

    @Test
    void recognisesTheProcessItWasWrittenFor() {
        var entry = new PidFile.Entry(thisProcess(), STARTED, "abc");

        file.write(entry);

        assertThat(file.read()).contains(entry);
        assertThat(file.read().map(PidFile.Entry::isAlive)).contains(true);
    }

    @Test
    void isNotFooledByARecycledProcessId() {
        var earlier = new ProcessIdentity(thisProcess().pid(), "17@another-boot");

        file.write(new PidFile.Entry(earlier, STARTED, "abc"));

        assertThat(file.read().map(PidFile.Entry::isAlive)).contains(false);
    }

    @Test
    void noticesThatAProcessEnded() throws IOException, InterruptedException {
        var process = new ProcessBuilder("sleep", "60").start();
        file.write(
                new PidFile.Entry(ProcessIdentity.of(process.pid()).orElseThrow(), STARTED, "abc"));

        process.destroyForcibly().waitFor();

        assertThat(file.read().map(PidFile.Entry::isAlive)).contains(false);
    }

    @Test
    void takesAFileThatAKillLeftHalfWrittenForNone() throws IOException {
        Files.writeString(file.path(), "pid=12\nbir");

        assertThat(file.read()).isEmpty();
    }

    @Test
    void isEmptyWithoutAFile() {
        assertThat(file.read()).isEmpty();
    }

    private static ProcessIdentity thisProcess() {
        return ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
    }
}
