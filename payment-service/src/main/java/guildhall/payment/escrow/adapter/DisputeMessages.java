package guildhall.payment.escrow.adapter;

import guildhall.messages.payment.EscrowEvents.DisputeFundsSplitV1;
import guildhall.messages.payment.EscrowEvents.EscrowFrozenV1;
import guildhall.messages.payment.EscrowEvents.EscrowUnfrozenV1;
import guildhall.payment.escrow.EscrowAnswer;

/** What is told about money that a dispute took hold of. */
final class DisputeMessages {

    static EscrowFrozenV1 frozen(EscrowAnswer.Frozen frozen) {
        var terms = frozen.terms();
        var freeze = frozen.freeze();
        return new EscrowFrozenV1(
                frozen.escrow(),
                freeze.id(),
                terms.contract(),
                terms.milestone(),
                terms.payer(),
                terms.payee(),
                freeze.amount(),
                freeze.fromReleased(),
                freeze.at());
    }

    static EscrowUnfrozenV1 unfrozen(EscrowAnswer.Unfrozen unfrozen) {
        var terms = unfrozen.terms();
        var unfreeze = unfrozen.unfreeze();
        return new EscrowUnfrozenV1(
                unfrozen.escrow(),
                unfreeze.id(),
                terms.contract(),
                terms.milestone(),
                terms.payer(),
                terms.payee(),
                unfreeze.amount(),
                unfreeze.toHeld(),
                unfreeze.at());
    }

    static DisputeFundsSplitV1 split(EscrowAnswer.Split answer) {
        var terms = answer.terms();
        var split = answer.split();
        var toPayee = split.toPayee();
        return new DisputeFundsSplitV1(
                answer.escrow(),
                split.id(),
                toPayee.id(),
                terms.contract(),
                terms.milestone(),
                terms.payer(),
                terms.payee(),
                split.toPayer(),
                toPayee.gross(),
                toPayee.fee(),
                toPayee.net(),
                split.at(),
                EscrowMessages.orAbsent(toPayee.buyerFee()),
                EscrowMessages.orAbsent(split.buyerFee()),
                EscrowMessages.payments(terms, toPayee.net()));
    }

    private DisputeMessages() {}
}
