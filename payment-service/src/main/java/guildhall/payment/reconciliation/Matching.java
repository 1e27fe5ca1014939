package guildhall.payment.reconciliation;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Finds for each entry of a statement the movement that was posted for the same thing, with the
 * same amount. Where several would fit, the earliest entry gets the earliest movement, so the
 * result does not depend on the order in which they are given.
 */
public final class Matching {
    private static final Comparator<StatementEntry> BY_TIME =
            comparing(StatementEntry::bookedAt)
                    .thenComparing(StatementEntry::provider)
                    .thenComparing(StatementEntry::id);

    /**
     * @param things what the entry is about: ids of journal sources
     */
    public record Candidate(StatementEntry entry, Set<UUID> things) {
        public Candidate {
            things = Set.copyOf(things);
        }
    }

    public record Pair(StatementEntry entry, CashMovement movement) {}

    /**
     * @param entries that found no movement
     * @param movements that no entry has found
     */
    public record Result(
            List<Pair> pairs, List<StatementEntry> entries, List<CashMovement> movements) {
        public Result {
            pairs = List.copyOf(pairs);
            entries = List.copyOf(entries);
            movements = List.copyOf(movements);
        }
    }

    /** Two entries that undo each other. */
    public record Undone(StatementEntry first, StatementEntry second) {
        public boolean contains(StatementEntry entry) {
            return entry.equals(first) || entry.equals(second);
        }
    }

    private record Key(UUID thing, long change, Currency currency) {}

    public static Result of(List<Candidate> candidates, List<CashMovement> movements) {
        var waiting = byKey(movements);
        var pairs = new ArrayList<Pair>();
        var left = new ArrayList<StatementEntry>();
        candidates.stream()
                .sorted(comparing(Candidate::entry, BY_TIME))
                .forEach(candidate ->
                        take(candidate, waiting)
                                .ifPresentOrElse(
                                        movement ->
                                                pairs.add(new Pair(candidate.entry(), movement)),
                                        () -> left.add(candidate.entry())));
        return new Result(pairs, left, waiting.values().stream().flatMap(Deque::stream).toList());
    }

    private static Map<Key, Deque<CashMovement>> byKey(List<CashMovement> movements) {
        var waiting = new LinkedHashMap<Key, Deque<CashMovement>>();
        movements.stream()
                .sorted(comparingLong(CashMovement::line))
                .forEach(movement ->
                        waiting.computeIfAbsent(key(movement), _ -> new ArrayDeque<>())
                                .add(movement));
        return waiting;
    }

    private static Key key(CashMovement movement) {
        return new Key(movement.source().id(), movement.change(), movement.currency());
    }

    private static Optional<CashMovement> take(
            Candidate candidate, Map<Key, Deque<CashMovement>> waiting) {
        var entry = candidate.entry();
        var earliest = new TreeMap<Long, Deque<CashMovement>>();
        for (var thing : candidate.things()) {
            var queue = waiting.get(new Key(thing, entry.change(), entry.currency()));
            if (queue != null && !queue.isEmpty()) {
                earliest.put(queue.getFirst().line(), queue);
            }
        }
        return Optional.ofNullable(earliest.firstEntry())
                .map(first -> first.getValue().removeFirst());
    }

    /**
     * Entries of the same reference and opposite amounts, the earlier one first: what was sent and
     * came back concerns nobody else. Each entry is in one pair at most. A chargeback that came
     * back does concern somebody: each of the two is posted by itself.
     */
    public static List<Undone> undone(List<StatementEntry> entries) {
        var waiting = new HashMap<Cause, Deque<StatementEntry>>();
        var undone = new ArrayList<Undone>();
        entries.stream()
                .filter(entry -> entry.kind() != StatementEntry.Kind.CHARGEBACK)
                .sorted(BY_TIME)
                .forEach(entry -> {
                    var opposite = waiting.get(Cause.of(entry, -entry.change()));
                    if (opposite == null || opposite.isEmpty()) {
                        waiting.computeIfAbsent(
                                        Cause.of(entry, entry.change()), _ -> new ArrayDeque<>())
                                .add(entry);
                    } else {
                        undone.add(new Undone(opposite.removeFirst(), entry));
                    }
                });
        return undone;
    }

    private record Cause(String provider, String reference, long change, Currency currency) {
        static Cause of(StatementEntry entry, long change) {
            return new Cause(entry.provider(), entry.reference(), change, entry.currency());
        }
    }

    private Matching() {}
}
