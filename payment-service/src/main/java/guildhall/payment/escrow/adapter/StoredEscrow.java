package guildhall.payment.escrow.adapter;

import static guildhall.runtime.sql.SqlTime.instant;

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
import guildhall.payment.escrow.TeamSplit;
import guildhall.payment.fee.ContractKind;
import guildhall.payment.fee.FeeBasis;
import guildhall.payment.fee.Pricing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
                            id,
                            holding.attempt(),
                            holding.terms(),
                            holding.pricing(),
                            holding.fundedAt(),
                            movements));
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
                                    pricing(row),
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
                Money.of(row.getLong("amount"), row.getString("currency")),
                new FeeBasis(
                        ContractKind.valueOf(row.getString("contract_kind")),
                        row.getString("agreed_schedule"),
                        row.getInt("seller_level"),
                        row.getString("seller_plan")),
                team(row));
    }

    private static Pricing pricing(ResultSet row) throws SQLException {
        return new Pricing(
                row.getString("fee_schedule"),
                Money.of(row.getLong("buyer_fee"), row.getString("currency")));
    }

    private static TeamSplit team(ResultSet row) throws SQLException {
        var parties = row.getArray("team");
        if (parties == null) {
            return TeamSplit.NOBODY;
        }
        var names = (String[]) parties.getArray();
        var users = (UUID[]) row.getArray("team_users").getArray();
        var basisPoints = (Integer[]) row.getArray("team_shares").getArray();
        var shares = new ArrayList<TeamSplit.Share>();
        for (int i = 0; i < names.length; i++) {
            var member = new Side(party(names[i]), new UserId(users[i]));
            shares.add(new TeamSplit.Share(member, basisPoints[i]));
        }
        return new TeamSplit(shares);
    }

    private static Side side(ResultSet row, String column) throws SQLException {
        return new Side(
                party(row.getString(column)),
                new UserId(row.getObject(column + "_user", UUID.class)));
    }

    private static Party party(String text) {
        var colon = text.indexOf(':');
        return new Party(
                PartyType.valueOf(text.substring(0, colon)),
                UUID.fromString(text.substring(colon + 1)));
    }
}
