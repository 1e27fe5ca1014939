package guildhall.stack.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir Path folder;
    private StackHome home;

    @BeforeEach
    void makeHome() {
        home = new StackHome(folder, folder.resolve("home"));
    }

    @Test
    void keepsWhatItMadeUp() {
        var first = Secrets.load(home, Set.of("a", "b"));

        var second = Secrets.load(home, Set.of("a", "b"));

        assertThat(second.get("a")).isEqualTo(first.get("a")).hasSize(32);
        assertThat(second.get("b")).isEqualTo(first.get("b")).isNotEqualTo(first.get("a"));
    }

    @Test
    void addsANewSecretAndLeavesTheOthers() {
        var before = Secrets.load(home, Set.of("a")).get("a");

        var secrets = Secrets.load(home, Set.of("a", "b"));

        assertThat(secrets.get("a")).isEqualTo(before);
        assertThat(secrets.get("b")).isNotEmpty();
    }

    @Test
    void letsOnlyTheOwnerRead() throws IOException {
        Secrets.load(home, Set.of("a"));

        assertThat(Files.getPosixFilePermissions(home.secrets()))
                .containsExactlyInAnyOrder(
                        PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(Files.getPosixFilePermissions(home.folder()))
                .containsExactlyInAnyOrder(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.OWNER_EXECUTE);
    }
}
