package guildhall.messages.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.AssetId;
import guildhall.messages.id.LicenceId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import org.jspecify.annotations.Nullable;

/** Requests to have assets paid for. The key is the licence, which is paid for at most once. */
@Topic("payment.asset.commands")
public sealed interface AssetCommands extends Message {
    LicenceId licenceId();

    @Override
    default String key() {
        return licenceId().toString();
    }

    /**
     * Take the price out of the wallet of the buyer. Answer: asset-payment-captured or
     * asset-payment-failed, the same one for every repetition: whoever wants to try again asks for
     * another licence.
     *
     * @param title of the asset, shown on statements and invoices
     * @param feeTerms of kind ASSET or ASSET_BOOSTED; absent: ASSET, with a seller about whom
     *     nothing is known
     */
    @MessageType("payment.capture-asset-payment.v1")
    record CaptureAssetPaymentV1(
            LicenceId licenceId,
            AssetId assetId,
            String title,
            Side buyer,
            Side seller,
            Money price,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FeeTerms feeTerms)
            implements AssetCommands {}

    /**
     * Give the buyer everything back, as long as the seller cannot spend it. Answer:
     * asset-payment-refunded or asset-refund-rejected.
     */
    @MessageType("payment.refund-asset-payment.v1")
    record RefundAssetPaymentV1(LicenceId licenceId, String reason) implements AssetCommands {}
}
