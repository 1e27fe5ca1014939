package guildhall.payment.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import guildhall.messages.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
    static final Duration DAY = Duration.ofDays(1);

    @Test
    void lastsAMonthAtLeastWithOrWithoutATrial() {
        assertThat(plan(1, 0).trialDays()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> plan(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> plan(1, -1));
    }

    @Test
    void triesAgainLaterEveryTime() {
        assertThat(new Dunning(List.of(DAY, DAY.multipliedBy(2))).delays()).hasSize(2);
        assertThat(new Dunning(List.of()).isOver(1)).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new Dunning(List.of(DAY, DAY)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dunning(List.of(DAY.multipliedBy(2), DAY)));
    }

    private static Plan plan(int months, int trialDays) {
        return new Plan(
                "pro", "pro-1", Instant.EPOCH, Money.of(1, "USD"), months, trialDays, List.of());
    }
}
