package guildhall.payment.credit.adapter;

import static guildhall.runtime.sql.SqlTime.instant;

import guildhall.messages.id.TaskId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import guildhall.payment.credit.CreditEvent.CreditsConsumed;
import guildhall.payment.credit.CreditEvent.CreditsReleased;
import guildhall.payment.credit.CreditEvent.Split;
import guildhall.payment.credit.CreditMovement;
import guildhall.payment.credit.Lot;
import guildhall.payment.credit.Lot.Part;
import guildhall.payment.credit.LotId;
import guildhall.payment.credit.Reservation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rows of credits as values. */
final class CreditRows {
    record StoredPart(UUID lot, int units, Money value) {
        static StoredPart of(Part part) {
            return new StoredPart(part.lot().value(), part.units(), part.value());
        }

        Part part() {
            return new Part(new LotId(lot), units, value);
        }
    }

    /** The consumption of a reservation, as stored. */
    record Consumption(
            List<StoredPart> parts,
            Side talent,
            String title,
            Money value,
            Money share,
            Instant at) {
        static Consumption of(CreditsConsumed event) {
            return new Consumption(
                    event.parts().stream().map(StoredPart::of).toList(),
                    event.talent(),
                    event.title(),
                    event.split().value(),
                    event.split().talentShare(),
                    event.at());
        }

        CreditsConsumed event(TaskId task) {
            return new CreditsConsumed(
                    task,
                    parts.stream().map(StoredPart::part).toList(),
                    talent,
                    title,
                    new Split(value, share),
                    at);
        }
    }

    /** The release of a reservation, as stored. */
    record Release(List<StoredPart> parts, Instant at) {
        static Release of(CreditsReleased event) {
            return new Release(event.parts().stream().map(StoredPart::of).toList(), event.at());
        }

        CreditsReleased event(TaskId task) {
            return new CreditsReleased(task, parts.stream().map(StoredPart::part).toList(), at);
        }
    }

    static Lot lot(ResultSet row) throws SQLException {
        return new Lot(
                new LotId(row.getObject("lot_id", UUID.class)),
                Lot.Kind.valueOf(row.getString("kind")),
                row.getInt("units_left"),
                Money.of(row.getLong("value_left"), row.getString("currency")),
                instant(row, "expires_at"),
                instant(row, "added_at"));
    }

    /** Expects the open parts in the column {@code parts}. */
    static Reservation reservation(ResultSet row, JsonMapper json) throws SQLException {
        var task = new TaskId(row.getObject("task_id", UUID.class));
        var parts = json.readValue(row.getString("parts"), StoredPart[].class);
        return new Reservation(
                task,
                row.getInt("units"),
                instant(row, "reserved_at"),
                List.of(parts).stream().map(StoredPart::part).toList(),
                read(row.getString("consumption"), Consumption.class, json)
                        .map(stored -> stored.event(task)),
                read(row.getString("release"), Release.class, json)
                        .map(stored -> stored.event(task)));
    }

    static CreditMovement movement(ResultSet row) throws SQLException {
        return new CreditMovement(
                row.getLong("movement_no"),
                CreditMovement.Kind.valueOf(row.getString("kind")),
                row.getInt("available"),
                row.getInt("reserved"),
                row.getInt("available_after"),
                row.getInt("reserved_after"),
                row.getObject("reference", UUID.class),
                instant(row, "moved_at"));
    }

    private static <T> Optional<T> read(@Nullable String text, Class<T> type, JsonMapper json) {
        return Optional.ofNullable(text).map(stored -> json.readValue(stored, type));
    }

    private CreditRows() {}
}
