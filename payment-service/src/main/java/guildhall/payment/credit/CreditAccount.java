package guildhall.payment.credit;

import guildhall.messages.id.TaskId;
import guildhall.messages.party.Party;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The credits of one client.
 *
 * @param lots those with units left, and any that a command is about
 * @param reserved units, over all tasks
 * @param reservations those that a command is about
 */
public record CreditAccount(
        Party owner, List<Lot> lots, int reserved, Map<TaskId, Reservation> reservations) {
    public CreditAccount {
        lots = lots.stream().sorted(Lot.ORDER).toList();
        reservations = Map.copyOf(reservations);
        if (reserved < 0) {
            throw new IllegalArgumentException("Fewer than no units reserved for " + owner);
        }
    }

    public static CreditAccount empty(Party owner) {
        return new CreditAccount(owner, List.of(), 0, Map.of());
    }

    /** Units that can be reserved. */
    public int available() {
        return lots.stream().mapToInt(Lot::units).reduce(0, Math::addExact);
    }

    public Optional<Lot> lot(LotId id) {
        return lots.stream().filter(lot -> lot.id().equals(id)).findFirst();
    }

    public Optional<Reservation> reservation(TaskId task) {
        return Optional.ofNullable(reservations.get(task));
    }

    CreditAccount with(List<Lot> newLots, int newReserved) {
        return new CreditAccount(owner, newLots, newReserved, reservations);
    }

    CreditAccount with(Reservation reservation) {
        var extended = new HashMap<>(reservations);
        extended.put(reservation.task(), reservation);
        return new CreditAccount(owner, lots, reserved, extended);
    }
}
