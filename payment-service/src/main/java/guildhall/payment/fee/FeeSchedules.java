package guildhall.payment.fee;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All versions of all prices, oldest first. */
public record FeeSchedules(List<FeeSchedule> versions) {
    public FeeSchedules {
        versions = versions.stream().sorted(comparing(FeeSchedule::effectiveFrom)).toList();
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("No fee schedule");
        }
        if (versions.stream().map(FeeSchedule::version).distinct().count() < versions.size()) {
            throw new IllegalArgumentException("Two fee schedules with the same version");
        }
    }

    public Optional<FeeSchedule> named(String version) {
        return versions.stream().filter(schedule -> schedule.version().equals(version)).findFirst();
    }

    /** The schedule that was agreed on, else the one in force; empty when nobody knows it. */
    public Optional<FeeSchedule> of(FeeBasis basis, Instant at) {
        var agreed = basis.schedule();
        return agreed == null ? Optional.of(at(at)) : named(agreed);
    }

    /** The newest schedule that is in force; before the first one, the first. */
    public FeeSchedule at(Instant instant) {
        return versions.reversed().stream()
                .filter(schedule -> !schedule.effectiveFrom().isAfter(instant))
                .findFirst()
                .orElseGet(versions::getFirst);
    }
}
