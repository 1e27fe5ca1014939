package guildhall.payment.escrow.adapter;

import static guildhall.runtime.sql.SqlTime.instant;

import guildhall.messages.id.DisputeId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.RefundId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.payment.escrow.Movement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** A row of {@code escrow_movement}, joined with the currency of its escrow. */
record StoredMovement(EscrowId escrow, Movement movement) {

    static StoredMovement read(ResultSet row) throws SQLException {
        var escrow = new EscrowId(row.getObject("escrow_id", UUID.class));
        return new StoredMovement(escrow, movement(row));
    }

    private static Movement movement(ResultSet row) throws SQLException {
        var id = row.getObject("movement_id", UUID.class);
        var amount = money(row, "amount");
        var at = instant(row, "moved_at");
        return switch (row.getString("kind")) {
            case "RELEASE" -> release(row, new ReleaseId(id), amount);
            case "REFUND" ->
                    new Movement.Refund(
                            new RefundId(id),
                            amount,
                            money(row, "buyer_fee"),
                            money(row, "still_held"),
                            at);
            case "CANCELLATION" ->
                    new Movement.Cancellation(
                            new RefundId(id), amount, money(row, "buyer_fee"), at);
            case "FREEZE" ->
                    new Movement.Freeze(
                            new DisputeId(id),
                            amount,
                            money(row, "held_part"),
                            money(row, "buyer_fee"),
                            releases(row),
                            at);
            case "UNFREEZE" ->
                    new Movement.Unfreeze(
                            new DisputeId(id),
                            amount,
                            money(row, "held_part"),
                            money(row, "buyer_fee"),
                            releases(row),
                            at);
            case "SPLIT" -> split(row, new DisputeId(id), amount);
            default -> throw new IllegalStateException("Unknown kind of movement " + id);
        };
    }

    private static Movement.Release release(ResultSet row, ReleaseId id, Money gross)
            throws SQLException {
        return new Movement.Release(
                id,
                gross,
                money(row, "fee"),
                money(row, "buyer_fee"),
                row.getString("fee_schedule"),
                money(row, "still_held"),
                instant(row, "moved_at"));
    }

    private static Movement.Split split(ResultSet row, DisputeId id, Money amount)
            throws SQLException {
        var toPayer = money(row, "payer_part");
        var toPayee = release(row, releases(row).getFirst(), amount.minus(toPayer));
        return new Movement.Split(
                id, toPayer, money(row, "payer_fee"), toPayee, instant(row, "moved_at"));
    }

    private static List<ReleaseId> releases(ResultSet row) throws SQLException {
        var ids = (UUID[]) row.getArray("releases").getArray();
        return Arrays.stream(ids).map(ReleaseId::new).toList();
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getLong(column), Currency.getInstance(row.getString("currency")));
    }
}
