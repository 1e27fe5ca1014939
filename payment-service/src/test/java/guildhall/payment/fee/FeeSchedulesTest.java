package guildhall.payment.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeeSchedulesTest {
    static final Instant NEW_YEAR = Instant.parse("2027-01-01T00:00:00Z");
    static final FeeSchedule OLD = schedule("old", Instant.EPOCH);
    static final FeeSchedule NEW = schedule("new", NEW_YEAR);

    final FeeSchedules schedules = new FeeSchedules(List.of(NEW, OLD));

    @Test
    void usesTheVersionInForce() {
        assertThat(schedules.at(NEW_YEAR.minusNanos(1))).isEqualTo(OLD);
        assertThat(schedules.at(NEW_YEAR)).isEqualTo(NEW);
    }

    @Test
    void usesTheFirstVersionForTheTimeBefore() {
        assertThat(schedules.at(Instant.MIN)).isEqualTo(OLD);
    }

    @Test
    void usesTheVersionThatWasAgreedOnWhateverIsInForce() {
        var agreed = new FeeBasis(ContractKind.FIXED, "old", 0, "");
        var unknown = new FeeBasis(ContractKind.FIXED, "older", 0, "");

        assertThat(schedules.of(agreed, NEW_YEAR)).contains(OLD);
        assertThat(schedules.of(FeeBasis.STANDARD, NEW_YEAR)).contains(NEW);
        assertThat(schedules.of(unknown, NEW_YEAR)).isEmpty();
    }

    @Test
    void refusesAVersionThatDoesNotPriceEveryKindOfContract() {
        var rule = FeeRule.ofTiers(List.of(new FeeTier(0, 1_000)));

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new FeeSchedule("gaps", NEW_YEAR, Map.of(ContractKind.FIXED, rule)));
    }

    @Test
    void refusesVersionsThatCannotBeToldApart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeeSchedules(List.of(OLD, schedule("old", NEW_YEAR))));
        assertThatIllegalArgumentException().isThrownBy(() -> new FeeSchedules(List.of()));
    }

    static FeeSchedule schedule(String version, Instant from) {
        var rule = FeeRule.ofTiers(List.of(new FeeTier(0, 1_000)));
        var rules = new EnumMap<ContractKind, FeeRule>(ContractKind.class);
        for (var kind : ContractKind.values()) {
            rules.put(kind, rule);
        }
        return new FeeSchedule(version, from, rules);
    }
}
