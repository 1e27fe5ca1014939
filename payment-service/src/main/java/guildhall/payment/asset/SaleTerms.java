package guildhall.payment.asset;

import guildhall.messages.id.AssetId;
import guildhall.messages.id.LicenceId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import guildhall.payment.fee.ContractKind;
import guildhall.payment.fee.FeeBasis;

/**
 * What is sold, by whom, to whom and for how much.
 *
 * @param title of the asset, shown on statements
 * @param basis what the fee depends on
 */
public record SaleTerms(
        LicenceId licence,
        AssetId asset,
        String title,
        Side buyer,
        Side seller,
        Money price,
        FeeBasis basis) {
    public SaleTerms {
        if (price.isZero()) {
            throw new IllegalArgumentException("A sale for nothing");
        }
        if (basis.kind() != ContractKind.ASSET && basis.kind() != ContractKind.ASSET_BOOSTED) {
            throw new IllegalArgumentException("A sale priced as " + basis.kind());
        }
    }

    /** Whether both mean the same sale; a corrected title makes no difference. */
    boolean sameAs(SaleTerms other) {
        return licence.equals(other.licence)
                && asset.equals(other.asset)
                && buyer.party().equals(other.buyer.party())
                && seller.party().equals(other.seller.party())
                && price.equals(other.price);
    }
}
