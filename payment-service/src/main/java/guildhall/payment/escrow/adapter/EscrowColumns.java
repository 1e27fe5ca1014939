package guildhall.payment.escrow.adapter;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import guildhall.payment.escrow.Escrow;
import guildhall.payment.escrow.Escrow.Absent;
import guildhall.payment.escrow.Escrow.Cancelled;
import guildhall.payment.escrow.Escrow.Pending;
import guildhall.payment.escrow.Escrow.Tombstone;
import guildhall.payment.escrow.Escrow.WithMoney;
import guildhall.payment.escrow.FundingTerms;
import guildhall.payment.escrow.Holding;
import guildhall.payment.escrow.Movement;
import guildhall.payment.escrow.TeamSplit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Column names and values of one row; what is missing is null in the database. */
final class EscrowColumns {

    static Map<String, Object> of(EscrowId id, Escrow escrow) {
        var row = new HashMap<String, Object>();
        row.put("escrow_id", id.toString());
        row.put("status", EscrowStatus.of(escrow).name());
        row.putAll(Map.of("funded", 0, "held", 0, "frozen", 0, "released", 0, "refunded", 0));
        row.putAll(Map.of("disputed", false, "buyer_fee", 0, "deferred_fee", 0));
        switch (escrow) {
            case Pending(var refusal) -> {
                putTerms(row, refusal.terms());
                row.put("attempt", refusal.attempt());
                row.put("decided_at", refusal.at().toString());
                row.put("refusal", refusal.reason().name());
            }
            case WithMoney funded -> putHolding(row, funded.holding());
            case Cancelled(var terms, var refund, var at) -> {
                putTerms(row, terms);
                row.put("cancelled_by", refund.toString());
                row.put("cancelled_at", at.toString());
            }
            case Tombstone(var refund, var at) -> {
                row.put("cancelled_by", refund.toString());
                row.put("cancelled_at", at.toString());
            }
            case Absent _ -> throw new IllegalStateException("Nothing to store of " + id);
        }
        return row;
    }

    private static void putHolding(Map<String, Object> row, Holding holding) {
        putTerms(row, holding.terms());
        row.put("attempt", holding.attempt());
        row.put("decided_at", holding.fundedAt().toString());
        row.put("funded", holding.funded().minorUnits());
        var now = holding.balances();
        row.put("held", now.held().minorUnits());
        row.put("frozen", now.frozen().minorUnits());
        row.put("released", now.released().minorUnits());
        row.put("refunded", now.refunded().minorUnits());
        row.put("disputed", holding.wasDisputed());
        row.put("fee_schedule", holding.pricing().schedule());
        row.put("buyer_fee", holding.pricing().buyerFee().minorUnits());
        row.put("deferred_fee", now.deferred().minorUnits());
    }

    private static void putTerms(Map<String, Object> row, FundingTerms terms) {
        row.put("contract_id", terms.contract().toString());
        row.put("milestone_id", terms.milestone().toString());
        row.put("title", terms.title());
        putSide(row, "payer", terms.payer());
        putSide(row, "payee", terms.payee());
        row.put("currency", terms.amount().currency().getCurrencyCode());
        row.put("amount", terms.amount().minorUnits());
        row.put("contract_kind", terms.basis().kind().name());
        var agreed = terms.basis().schedule();
        if (agreed != null) {
            row.put("agreed_schedule", agreed);
        }
        row.put("seller_level", terms.basis().sellerLevel());
        row.put("seller_plan", terms.basis().sellerPlan());
        putTeam(row, terms.team().shares());
    }

    private static void putTeam(Map<String, Object> row, List<TeamSplit.Share> shares) {
        if (!shares.isEmpty()) {
            row.put("team", column(shares, share -> share.member().party().toString()));
            row.put("team_users", column(shares, share -> share.member().user().toString()));
            row.put("team_shares", column(shares, TeamSplit.Share::basisPoints));
        }
    }

    private static List<Object> column(
            List<TeamSplit.Share> shares, Function<TeamSplit.Share, Object> value) {
        return shares.stream().map(value).toList();
    }

    private static void putSide(Map<String, Object> row, String column, Side side) {
        row.put(column, side.party().toString());
        row.put(column + "_user", side.user().toString());
    }

    /** The movements that came after the first so many. */
    static List<Map<String, Object>> movements(Holding holding, int stored) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = stored; i < holding.movements().size(); i++) {
            var movement = holding.movements().get(i);
            var row = new HashMap<String, Object>();
            row.put("escrow_id", holding.escrow().toString());
            row.put("movement_no", i);
            row.putAll(Map.of("fee", 0, "buyer_fee", 0));
            row.put("still_held", movement.stillHeld().minorUnits());
            row.put("moved_at", movement.at().toString());
            putMovement(row, movement);
            rows.add(row);
        }
        return rows;
    }

    private static void putMovement(Map<String, Object> row, Movement movement) {
        switch (movement) {
            case Movement.Release release -> {
                put(row, "RELEASE", release.id(), release.gross());
                putPrice(row, release);
            }
            case Movement.Refund refund -> {
                put(row, "REFUND", refund.id(), refund.amount());
                row.put("buyer_fee", refund.buyerFee().minorUnits());
            }
            case Movement.Cancellation cancellation -> {
                put(row, "CANCELLATION", cancellation.id(), cancellation.amount());
                row.put("buyer_fee", cancellation.buyerFee().minorUnits());
            }
            case Movement.Freeze freeze -> {
                put(row, "FREEZE", freeze.id(), freeze.amount());
                row.put("held_part", freeze.fromHeld().minorUnits());
                row.put("buyer_fee", freeze.buyerFee().minorUnits());
                row.put("releases", texts(freeze.recalled()));
            }
            case Movement.Unfreeze unfreeze -> {
                put(row, "UNFREEZE", unfreeze.id(), unfreeze.amount());
                row.put("held_part", unfreeze.toHeld().minorUnits());
                row.put("buyer_fee", unfreeze.buyerFee().minorUnits());
                row.put("releases", texts(unfreeze.restored()));
            }
            case Movement.Split split -> {
                put(row, "SPLIT", split.id(), split.amount());
                row.put("payer_part", split.toPayer().minorUnits());
                row.put("payer_fee", split.buyerFee().minorUnits());
                row.put("releases", texts(List.of(split.toPayee().id())));
                putPrice(row, split.toPayee());
            }
        }
    }

    private static void put(Map<String, Object> row, String kind, Object id, Money amount) {
        row.put("kind", kind);
        row.put("movement_id", id.toString());
        row.put("amount", amount.minorUnits());
    }

    private static void putPrice(Map<String, Object> row, Movement.Release release) {
        row.put("fee", release.fee().minorUnits());
        row.put("fee_schedule", release.schedule());
        row.put("buyer_fee", release.buyerFee().minorUnits());
    }

    private static List<String> texts(List<ReleaseId> releases) {
        return releases.stream().map(ReleaseId::toString).toList();
    }

    private EscrowColumns() {}
}
