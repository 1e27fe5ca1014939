package guildhall.payment.fee;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class BoundariesTest {
    @Test
    void takesRatesFromNothingToEverything() {
        assertThatCode(() -> new FeeTier(0, 0)).doesNotThrowAnyException();
        assertThatCode(() -> new FeeTier(1_000_000_000_000L, 10_000)).doesNotThrowAnyException();
        assertThatCode(() -> Rate.requireBasisPoints(0)).doesNotThrowAnyException();
        assertThatCode(() -> Rate.requireBasisPoints(10_000)).doesNotThrowAnyException();
    }

    @Test
    void refusesRatesAndThresholdsBeyond() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FeeTier(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new FeeTier(1_000_000_000_001L, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new FeeTier(0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FeeTier(0, 10_001));
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.requireBasisPoints(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.requireBasisPoints(10_001));
    }
}
