package guildhall.payment.model;

import static guildhall.payment.model.World.must;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The credits of one client, and what was paid for each of them. */
final class CreditState {
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Map<UUID, Lot> lots = new LinkedHashMap<>();
    private final Map<UUID, Task> tasks = new HashMap<>();

    private static final class Lot {
        final UUID id;
        final Instant added;
        final Instant expires;
        int units;
        long value;

        Lot(UUID id, int units, long value, Instant added, Instant expires) {
            this.id = id;
            this.units = units;
            this.value = value;
            this.added = added;
            this.expires = expires;
        }

        /** Its part of the value, rounded down; the last unit has the rest. */
        Part take(int wanted) {
            var part = new Part(this, wanted, value * wanted / units);
            units -= wanted;
            value -= part.value();
            return part;
        }

        boolean hasExpired(Instant now) {
            return !expires.isAfter(now);
        }
    }

    private record Part(Lot lot, int units, long value) {}

    private static final class Task {
        final int units;
        List<Part> open = new ArrayList<>();
        int consumed;
        int released;

        Task(int units) {
            this.units = units;
        }

        /** The first so many. */
        List<Part> take(int wanted) {
            var taken = new ArrayList<Part>();
            var left = new ArrayList<Part>();
            int missing = wanted;
            for (var part : open) {
                int some = Math.min(missing, part.units());
                long value = part.value() * some / part.units();
                if (some > 0) {
                    taken.add(new Part(part.lot(), some, value));
                }
                if (some < part.units()) {
                    left.add(new Part(part.lot(), part.units() - some, part.value() - value));
                }
                missing -= some;
            }
            open = left;
            return taken;
        }
    }

    void buy(UUID lot, int units, long price, Instant at) {
        lots.put(lot, new Lot(lot, units, price, at, NEVER));
    }

    /** The value of as many unreserved units as are worth no more than that. */
    long revoke(UUID lot, long amount) {
        var units = requireNonNull(lots.get(lot));
        if (units.units == 0) {
            return 0;
        }
        return units.take(
                        amount >= units.value
                                ? units.units
                                : (int) (units.units * amount / units.value))
                .value();
    }

    boolean isKnown(UUID lot) {
        return lots.containsKey(lot);
    }

    void give(UUID lot, int units, long value, Instant at, Instant expires) {
        lots.put(lot, new Lot(lot, units, value, at, expires));
    }

    int available() {
        return lots.values().stream().mapToInt(lot -> lot.units).sum();
    }

    int reserved() {
        return tasks.values().stream()
                .flatMap(task -> task.open.stream())
                .mapToInt(Part::units)
                .sum();
    }

    /** Whether it is possible, and done then. */
    boolean reserve(UUID id, int units, Instant at) {
        var known = tasks.get(id);
        if (known != null) {
            return known.units == units;
        }
        var usable =
                lots.values().stream()
                        .filter(lot -> lot.units > 0 && !lot.hasExpired(at))
                        .sorted(
                                Comparator.comparing((Lot lot) -> lot.expires)
                                        .thenComparing(lot -> lot.added)
                                        .thenComparing(lot -> lot.id.toString()))
                        .toList();
        if (usable.stream().mapToInt(lot -> lot.units).sum() < units) {
            return false;
        }
        var task = new Task(units);
        for (var lot : usable) {
            int some = Math.min(lot.units, units - task.open.stream().mapToInt(Part::units).sum());
            if (some > 0) {
                task.open.add(lot.take(some));
            }
        }
        tasks.put(id, task);
        return true;
    }

    /** What the consumed units were worth; 0 at a repetition. */
    long consume(UUID id, int units) {
        var task = requireNonNull(tasks.get(id));
        if (task.consumed > 0) {
            must(task.consumed == units, id);
            return 0;
        }
        task.consumed = units;
        var parts = task.take(units);
        must(parts.stream().mapToInt(Part::units).sum() == units, id);
        return parts.stream().mapToLong(Part::value).sum();
    }

    /** The value of what expired as it came back. */
    long release(UUID id, int units, Instant at) {
        var task = requireNonNull(tasks.get(id));
        if (task.released > 0) {
            must(task.released == units, id);
            return 0;
        }
        task.released = units;
        var parts = task.take(units);
        must(parts.stream().mapToInt(Part::units).sum() == units, id);
        long expired = 0;
        for (var part : parts) {
            part.lot().units += part.units();
            part.lot().value += part.value();
            expired += expire(part.lot(), at);
        }
        return expired;
    }

    long expire(UUID lot, Instant at) {
        return expire(requireNonNull(lots.get(lot)), at);
    }

    private static long expire(Lot lot, Instant at) {
        return lot.hasExpired(at) && lot.units > 0 ? lot.take(lot.units).value() : 0;
    }
}
