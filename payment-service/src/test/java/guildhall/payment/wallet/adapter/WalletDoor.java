package guildhall.payment.wallet.adapter;

import guildhall.payment.wallet.WalletEvent;
import guildhall.payment.wallet.WalletId;
import guildhall.payment.wallet.WalletRejection;
import guildhall.payment.wallet.adapter.WalletDesk.Act;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.security.Caller;

/** Lets tests of other packages in. */
public class WalletDoor {
    private final WalletDesk desk;

    WalletDoor(WalletDesk desk) {
        this.desk = desk;
    }

    public Decision<WalletEvent, WalletRejection> freeze(WalletId wallet, Caller by) {
        return desk.decide(wallet, Act.FREEZE, "Letter 7/27", by);
    }

    public Decision<WalletEvent, WalletRejection> unfreeze(WalletId wallet, Caller by) {
        return desk.decide(wallet, Act.UNFREEZE, "Letter 8/27", by);
    }
}
