package guildhall.payment.tip.adapter;

import guildhall.payment.tip.Tip;
import guildhall.payment.tip.TipOrder;
import guildhall.payment.tip.TipRejection;
import guildhall.runtime.decide.Decision;

/** Lets tests of other packages in. */
public class TipDoor {
    private final TipTransactions tips;

    TipDoor(TipTransactions tips) {
        this.tips = tips;
    }

    public Decision<Tip, TipRejection> give(TipOrder order) {
        return tips.give(order);
    }
}
