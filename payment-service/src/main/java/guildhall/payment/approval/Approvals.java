package guildhall.payment.approval;

import guildhall.messages.id.UserId;
import java.util.List;
import java.util.stream.Stream;

/** Who has approved so far, the first one first; nobody twice. */
public record Approvals(List<Ruling> rulings) {
    public static final Approvals NONE = new Approvals(List.of());

    public Approvals {
        rulings = List.copyOf(rulings);
        if (rulings.stream().map(Ruling::by).distinct().count() < rulings.size()) {
            throw new IllegalArgumentException("Nobody approves twice");
        }
    }

    public static Approvals of(Ruling... rulings) {
        return new Approvals(List.of(rulings));
    }

    public boolean areBy(UserId person) {
        return rulings.stream().anyMatch(ruling -> ruling.by().equals(person));
    }

    Approvals and(Ruling next) {
        return new Approvals(Stream.concat(rulings.stream(), Stream.of(next)).toList());
    }
}
