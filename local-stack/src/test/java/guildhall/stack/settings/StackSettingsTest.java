package guildhall.stack.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackSettingsTest {
    @TempDir Path folder;

    @Test
    void hasDefaultsForEverything() {
        var settings = load("", Map.of(), Map.of());

        assertThat(settings.port("gateway")).isEqualTo(8080);
        assertThat(settings.port("postgres")).isEqualTo(15432);
        assertThat(settings.duration("kafka.broker-session-timeout"))
                .isEqualTo(Duration.ofMillis(2500));
        assertThat(settings.size("heap.payment")).isEqualTo(192L << 20);
        assertThat(settings.productionJvm()).isFalse();
    }

    @Test
    void prefersCommandLineToEnvironmentToFile() {
        var settings =
                load(
                        """
                        port.job=1001
                        port.review=1009
                        port.payment=1009
                        """,
                        Map.of("GUILDHALL_PORT_REVIEW", "1002", "GUILDHALL_PORT_PAYMENT", "1008"),
                        Map.of("port.payment", "1003"));

        assertThat(settings.port("job")).isEqualTo(1001);
        assertThat(settings.port("review")).isEqualTo(1002);
        assertThat(settings.port("payment")).isEqualTo(1003);
    }

    @Test
    void suggestsWhatAMisspeltSettingMayHaveMeant() {
        assertThatThrownBy(() -> load("port.gatway=9080", Map.of(), Map.of()))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage(
                        "%s: there is no setting 'port.gatway'; did you mean 'port.gateway'?",
                        folder.resolve("config"));
    }

    @Test
    void namesTheSettingThatIsNotAPort() {
        assertThatThrownBy(() -> load("", Map.of(), Map.of("port.kafka", "high")))
                .hasMessage("port.kafka is 'high', but must be a whole number");
        assertThatThrownBy(() -> load("", Map.of(), Map.of("port.kafka", "70000")))
                .hasMessage("port.kafka is '70000', but must be a port from 1 to 65535");
    }

    @Test
    void refusesOnePortForTwo() {
        assertThatThrownBy(() -> load("", Map.of(), Map.of("port.kafka", "8080")))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("port.kafka")
                .hasMessageContaining("port.gateway")
                .hasMessageContaining("8080");
    }

    @Test
    void namesTheSizeAndTheDurationThatCannotBeMeant() {
        assertThatThrownBy(() -> load("", Map.of(), Map.of("heap.job", "much")))
                .hasMessage("heap.job is 'much', but must be a size such as 192m or 1g");
        assertThatThrownBy(() -> load("", Map.of(), Map.of("start.timeout", "soon")))
                .hasMessage(
                        "start.timeout is 'soon', but must be a duration such as 500ms, 30s or 2m");
        assertThatThrownBy(() -> load("", Map.of(), Map.of("jvm.profile", "slow")))
                .hasMessage("jvm.profile is 'slow', but must be fast or production");
    }

    @Test
    void passesVariablesOnToTheServiceTheyAreMeantFor() {
        var settings = load("env.payment.LOG_LEVEL=DEBUG", Map.of(), Map.of());

        assertThat(settings.variablesOf("payment")).containsEntry("LOG_LEVEL", "DEBUG");
        assertThat(settings.variablesOf("job")).isEmpty();
    }

    private StackSettings load(
            String file, Map<String, String> environment, Map<String, String> commandLine) {
        try {
            Files.writeString(folder.resolve("config"), file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return StackSettings.load(new StackHome(folder, folder), environment, commandLine);
    }
}
