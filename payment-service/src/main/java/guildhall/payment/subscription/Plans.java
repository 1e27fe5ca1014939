package guildhall.payment.subscription;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All versions of all plans, oldest first. */
public record Plans(List<Plan> versions) {
    public Plans {
        versions = versions.stream().sorted(comparing(Plan::effectiveFrom)).toList();
        if (versions.stream().map(Plan::version).distinct().count() < versions.size()) {
            throw new IllegalArgumentException("Two plans with the same version");
        }
    }

    /** The newest version of the plan that is in force; empty when there is none. */
    public Optional<Plan> find(String id, Instant at) {
        return inForce(at).stream().filter(plan -> plan.id().equals(id)).findFirst();
    }

    /** The newest version of every plan, as it is sold. */
    public List<Plan> inForce(Instant at) {
        var begun = versions.stream().filter(plan -> !plan.effectiveFrom().isAfter(at)).toList();
        return begun.stream()
                .filter(plan ->
                        begun.reversed().stream()
                                .filter(other -> other.id().equals(plan.id()))
                                .findFirst()
                                .equals(Optional.of(plan)))
                .toList();
    }
}
