package guildhall.payment.escrow.adapter;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.RefundId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.payment.escrow.Escrow;
import guildhall.payment.escrow.Escrow.Cancelled;
import guildhall.payment.escrow.Escrow.Pending;
import guildhall.payment.escrow.Escrow.Tombstone;
import guildhall.payment.escrow.EscrowEvent.FundingRefused;
import guildhall.payment.escrow.FundingRefusal;
import guildhall.payment.escrow.FundingTerms;
import guildhall.payment.escrow.Holding;
import guildhall.payment.escrow.Movement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A row of {@code escrow} as it was read. The movements of a funded escrow are rows of their own.
 *
 * @param escrow without its movements
 * @param hasMovements whether there are any to be read
 */
record StoredEscrow(EscrowId id, Escrow escrow, boolean hasMovements) {

    static StoredEscrow read(ResultSet row) throws SQLException {
        var id = new EscrowId(row.getObject("escrow_id", UUID.class));
        var moved =
                row.getBoolean("disputed") || row.getLong("released") + row.getLong("refunded") > 0;
        return new StoredEscrow(id, escrow(id, row), moved);
    }

    /** The escrow with everything that left it, oldest first. */
    Escrow with(List<Movement> movements) {
        if (escrow instanceof Escrow.WithMoney funded && !movements.isEmpty()) {
            var holding = funded.holding();
            return Escrow.of(
                    new Holding(
                            id, holding.attempt(), holding.terms(), holding.fundedAt(), movements));
        }
        return escrow;
    }

    private static Escrow escrow(EscrowId id, ResultSet row) throws SQLException {
        return switch (EscrowStatus.valueOf(row.getString("status"))) {
            case PENDING ->
                    new Pending(
                            new FundingRefused(
                                    id,
                                    row.getInt("attempt"),
                                    terms(row),
                                    FundingRefusal.valueOf(row.getString("refusal")),
                                    instant(row, "decided_at")));
            case CANCELLED -> cancelled(row);
            case FUNDED, PARTIALLY_RELEASED, FROZEN, RELEASED, REFUNDED, SETTLED ->
                    Escrow.of(
                            new Holding(
                                    id,
                                    row.getInt("attempt"),
                                    terms(row),
                                    instant(row, "decided_at"),
                                    List.of()));
        };
    }

    private static Escrow cancelled(ResultSet row) throws SQLException {
        var refund = new RefundId(row.getObject("cancelled_by", UUID.class));
        var at = instant(row, "cancelled_at");
        return row.getString("currency") == null
                ? new Tombstone(refund, at)
                : new Cancelled(terms(row), refund, at);
    }

    private static FundingTerms terms(ResultSet row) throws SQLException {
        return new FundingTerms(
                new ContractId(row.getObject("contract_id", UUID.class)),
                new MilestoneId(row.getObject("milestone_id", UUID.class)),
                row.getString("title"),
                side(row, "payer"),
                side(row, "payee"),
                Money.of(row.getLong("amount"), row.getString("currency")));
    }

    private static Side side(ResultSet row, String column) throws SQLException {
        var party = row.getString(column).split(":", 2);
        return new Side(
                new Party(PartyType.valueOf(party[0]), UUID.fromString(party[1])),
                new UserId(row.getObject(column + "_user", UUID.class)));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
