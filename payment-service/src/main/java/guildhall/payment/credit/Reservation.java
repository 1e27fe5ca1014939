package guildhall.payment.credit;

import guildhall.messages.id.TaskId;
import guildhall.payment.credit.CreditEvent.CreditsConsumed;
import guildhall.payment.credit.CreditEvent.CreditsReleased;
import guildhall.payment.credit.Lot.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Units that were set aside for a task.
 *
 * @param open what is neither consumed nor released, by lot
 */
public record Reservation(
        TaskId task,
        int units,
        Instant at,
        List<Part> open,
        Optional<CreditsConsumed> consumption,
        Optional<CreditsReleased> release) {
    public Reservation {
        open = List.copyOf(open);
    }

    static Reservation of(CreditEvent.CreditsReserved event) {
        return new Reservation(
                event.task(),
                units(event.parts()),
                event.at(),
                event.parts(),
                Optional.empty(),
                Optional.empty());
    }

    public int openUnits() {
        return units(open);
    }

    public int consumedUnits() {
        return consumption.map(done -> units(done.parts())).orElse(0);
    }

    public int releasedUnits() {
        return release.map(done -> units(done.parts())).orElse(0);
    }

    /** The first so many of the open units. */
    List<Part> first(int wanted) {
        var parts = new ArrayList<Part>();
        int missing = wanted;
        for (var part : open) {
            if (missing > 0) {
                int taken = Math.min(missing, part.units());
                parts.add(
                        new Part(part.lot(), taken, Lot.share(part.value(), taken, part.units())));
                missing -= taken;
            }
        }
        return parts;
    }

    Reservation with(CreditsConsumed event) {
        return new Reservation(
                task, units, at, without(event.parts()), Optional.of(event), release);
    }

    Reservation with(CreditsReleased event) {
        return new Reservation(
                task, units, at, without(event.parts()), consumption, Optional.of(event));
    }

    private List<Part> without(List<Part> parts) {
        var left = new ArrayList<Part>();
        for (var part : open) {
            var taken = parts.stream().filter(other -> other.lot().equals(part.lot())).findFirst();
            var rest =
                    taken.map(gone ->
                                    new Part(
                                            part.lot(),
                                            part.units() - gone.units(),
                                            part.value().minus(gone.value())))
                            .orElse(part);
            if (rest.units() > 0) {
                left.add(rest);
            }
        }
        return left;
    }

    static int units(List<Part> parts) {
        return parts.stream().mapToInt(Part::units).sum();
    }
}
