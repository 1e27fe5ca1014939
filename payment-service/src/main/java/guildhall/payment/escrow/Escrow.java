package guildhall.payment.escrow;

import guildhall.messages.id.RefundId;
import guildhall.payment.escrow.EscrowEvent.FundingRefused;
import java.time.Instant;

/**
 * The states of one escrow. Money is locked only in {@code Funded}, {@code PartiallyReleased} and
 * {@code Frozen}.
 */
public sealed interface Escrow {
    /** Nobody has asked for it. */
    record Absent() implements Escrow {}

    /** Funding was tried and refused; the next attempt may succeed. */
    record Pending(FundingRefused refusal) implements Escrow {}

    /** Cancelled before anybody tried to fund it. */
    record Tombstone(RefundId refund, Instant at) implements Escrow {}

    /** Cancelled before a funding succeeded. */
    record Cancelled(FundingTerms terms, RefundId refund, Instant at) implements Escrow {}

    /** All states in which the money has been there. */
    sealed interface WithMoney extends Escrow {
        Holding holding();
    }

    /** Nothing was released yet, and something is held. */
    record Funded(Holding holding) implements WithMoney {}

    /** Something was released, and something is held. */
    record PartiallyReleased(Holding holding) implements WithMoney {}

    /** A dispute has frozen everything that it could reach; nothing else is held. */
    record Frozen(Holding holding) implements WithMoney {}

    /** Everything went to the payee. */
    record Released(Holding holding) implements WithMoney {}

    /** Everything went back to the payer. */
    record Refunded(Holding holding) implements WithMoney {}

    /** Both got a part, and nothing is left. */
    record Settled(Holding holding) implements WithMoney {}

    /** The state that the amounts of a holding put its escrow into. */
    static WithMoney of(Holding holding) {
        var now = holding.balances();
        if (!now.frozen().isZero()) {
            return new Frozen(holding);
        }
        if (!now.held().isZero()) {
            return now.released().isZero() ? new Funded(holding) : new PartiallyReleased(holding);
        }
        if (now.refunded().isZero()) {
            return new Released(holding);
        }
        return now.released().isZero() ? new Refunded(holding) : new Settled(holding);
    }
}
