package guildhall.payment.escrow;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.party.Party;
import guildhall.payment.clearing.HoldBook;
import guildhall.payment.clearing.RecalledHold;
import guildhall.payment.clearing.SafetyHold;
import guildhall.testkit.Seeds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Safety holds as they would be in the database. */
final class StoredHolds {
    private final Map<Key, SafetyHold> open = new LinkedHashMap<>();
    private final Map<Key, RecalledHold> recalled = new LinkedHashMap<>();

    private record Key(EscrowId escrow, ReleaseId release, Party payee) {
        static Key of(SafetyHold hold) {
            return new Key(hold.escrow(), hold.release(), hold.payee().party());
        }
    }

    HoldBook.Locked of(Set<EscrowId> escrows) {
        return new HoldBook.Locked(
                open.values().stream().filter(hold -> escrows.contains(hold.escrow())).toList(),
                recalled.values().stream()
                        .filter(hold -> escrows.contains(hold.hold().escrow()))
                        .toList());
    }

    void store(HoldBook book) {
        book.added().forEach(this::open);
        book.changed().open().forEach(this::open);
        for (var hold : book.changed().recalled()) {
            open.remove(Key.of(hold.hold()));
            recalled.put(Key.of(hold.hold()), hold);
        }
    }

    private void open(SafetyHold hold) {
        recalled.remove(Key.of(hold));
        open.put(Key.of(hold), hold);
    }

    Optional<SafetyHold> takeOpen(Seeds any) {
        if (open.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(open.remove(any.oneOf(List.copyOf(open.keySet()))));
    }

    Map<Party, Long> openByPayee() {
        return open.values().stream()
                .collect(
                        groupingBy(
                                hold -> hold.payee().party(),
                                summingLong(hold -> hold.amount().minorUnits())));
    }
}
