package guildhall.payment.asset.adapter;

import guildhall.messages.id.LicenceId;
import guildhall.payment.asset.SaleEvent;
import guildhall.payment.asset.SaleRejection;
import guildhall.payment.asset.SaleTerms;
import guildhall.runtime.decide.Decision;
import java.time.Instant;

/** Lets tests of other packages in. */
public class AssetDoor {
    private final AssetTransactions assets;

    AssetDoor(AssetTransactions assets) {
        this.assets = assets;
    }

    public Decision<SaleEvent, SaleRejection> capture(SaleTerms terms, Instant at) {
        return assets.capture(terms, at).decision();
    }

    public Decision<SaleEvent, SaleRejection> refund(LicenceId licence, Instant at) {
        return assets.refund(licence, at).decision();
    }
}
