package guildhall.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import guildhall.client.ClientFailure;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowsTest {
    @Test
    void waitsForAnEntryUntilItIsOldEnoughAndInTheStatement() {
        var windows = new Windows(Map.of("RECONCILIATION_GRACE", "5s", "RECONCILIATION_LAG", "1s"));

        assertThat(windows.grace()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void refusesToWaitForDaysOrForWhatItDoesNotKnow() {
        var days = new Windows(Map.of("RECONCILIATION_GRACE", "7d"));

        assertThatExceptionOfType(ClientFailure.class)
                .isThrownBy(days::grace)
                .withMessageContaining("env.payment.RECONCILIATION_GRACE=7d");
        assertThatExceptionOfType(ClientFailure.class)
                .isThrownBy(new Windows(Map.of())::grace)
                .withMessageContaining("env.payment.RECONCILIATION_GRACE=");
    }
}
