package guildhall.payment.clearing;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The holds of one transaction: those that are new, and what disputes did to those that were
 * locked. Belongs to one thread.
 */
public final class HoldBook {
    private final Map<Key, Held> held = new LinkedHashMap<>();
    private final List<SafetyHold> added = new ArrayList<>();
    private final Set<Key> changed = new LinkedHashSet<>();

    private record Key(EscrowId escrow, ReleaseId release, Party payee) {
        static Key of(SafetyHold hold) {
            return new Key(hold.escrow(), hold.release(), hold.payee().party());
        }

        boolean isOf(EscrowId escrowId, ReleaseId releaseId) {
            return escrow.equals(escrowId) && release.equals(releaseId);
        }
    }

    private sealed interface Held {
        record Open(SafetyHold hold) implements Held {}

        record Recalled(RecalledHold hold) implements Held {}
    }

    /** The holds of some escrows that have not cleared yet. */
    public record Locked(List<SafetyHold> open, List<RecalledHold> recalled) {
        public static final Locked NOTHING = new Locked(List.of(), List.of());

        public Locked {
            open = List.copyOf(open);
            recalled = List.copyOf(recalled);
        }
    }

    public HoldBook(Locked locked) {
        locked.open().forEach(hold -> held.put(Key.of(hold), new Held.Open(hold)));
        locked.recalled().forEach(hold -> held.put(Key.of(hold.hold()), new Held.Recalled(hold)));
    }

    public void add(SafetyHold hold) {
        added.add(hold);
        held.put(Key.of(hold), new Held.Open(hold));
    }

    /** What a release has paid and what is not available yet. */
    public Money pending(EscrowId escrow, ReleaseId release, Money nothing) {
        return held.entrySet().stream()
                .filter(entry -> entry.getKey().isOf(escrow, release))
                .map(entry ->
                        switch (entry.getValue()) {
                            case Held.Open(var hold) -> hold.amount();
                            case Held.Recalled _ -> nothing;
                        })
                .reduce(nothing, Money::plus);
    }

    /** Stops the holds of the release. */
    public void recall(EscrowId escrow, ReleaseId release, Instant at) {
        change(
                escrow,
                release,
                state ->
                        switch (state) {
                            case Held.Open(var hold) ->
                                    new Held.Recalled(new RecalledHold(hold, at));
                            case Held.Recalled _ ->
                                    throw new IllegalStateException(release + " is recalled");
                        });
    }

    /** Lets the holds of the release go on. */
    public void restore(EscrowId escrow, ReleaseId release, Instant at) {
        change(
                escrow,
                release,
                state ->
                        switch (state) {
                            case Held.Recalled(var hold) -> new Held.Open(hold.restored(at));
                            case Held.Open _ ->
                                    throw new IllegalStateException(release + " is not recalled");
                        });
    }

    private void change(EscrowId escrow, ReleaseId release, UnaryOperator<Held> step) {
        var keys = held.keySet().stream().filter(key -> key.isOf(escrow, release)).toList();
        for (var key : keys) {
            held.computeIfPresent(key, (_, state) -> step.apply(state));
            changed.add(key);
        }
    }

    /** As they were when they were added. */
    public List<SafetyHold> added() {
        return List.copyOf(added);
    }

    /** Those that changed since they were locked or added, as they are now. */
    public Locked changed() {
        var open = new ArrayList<SafetyHold>();
        var recalled = new ArrayList<RecalledHold>();
        for (var key : changed) {
            switch (held.get(key)) {
                case Held.Open(var hold) -> open.add(hold);
                case Held.Recalled(var hold) -> recalled.add(hold);
                case null -> throw new IllegalStateException(key + " has disappeared");
            }
        }
        return new Locked(open, recalled);
    }
}
