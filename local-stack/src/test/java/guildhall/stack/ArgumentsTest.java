package guildhall.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void takesNamesSwitchesAndSettingsApart() {
        var arguments =
                Arguments.parse(
                        new String[] {
                            "up", "payment", "--jvm=production", "--set", "port.job=9", "-f", "job"
                        });

        assertThat(arguments)
                .isEqualTo(
                        new Arguments(
                                "up",
                                List.of("payment", "job"),
                                Set.of("-f"),
                                Map.of("jvm.profile", "production", "port.job", "9")));
    }

    @Test
    void refusesAnOptionItDoesNotKnow() {
        assertThatThrownBy(() -> Arguments.parse(new String[] {"down", "--now"}))
                .hasMessage("there is no option --now");
    }

    @Test
    void refusesASettingWithoutAValue() {
        assertThatThrownBy(() -> Arguments.parse(new String[] {"up", "--set", "port.job"}))
                .hasMessage("--set wants key=value");
    }
}
