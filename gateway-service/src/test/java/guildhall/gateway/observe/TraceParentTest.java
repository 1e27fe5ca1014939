package guildhall.gateway.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceParentTest {
    @ParameterizedTest
    @CsvSource({
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01, true",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-03, true",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00, false",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-02, false",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0x, false",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-, false",
        "nonsense, false",
        ", false"
    })
    void isSampledWhenItsLastFlagIsSet(String header, boolean sampled) {
        assertThat(TraceParent.isSampled(header)).isEqualTo(sampled);
    }

    @Test
    void joinsWhatIsNotRecorded() {
        var random = new Random(7);

        var first = TraceParent.notSampled(random);
        var second = TraceParent.notSampled(random);

        assertThat(first).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00").isNotEqualTo(second);
        assertThat(TraceParent.isSampled(first)).isFalse();
    }
}
