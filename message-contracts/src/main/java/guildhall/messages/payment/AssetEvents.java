package guildhall.messages.payment;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.AssetId;
import guildhall.messages.id.LicenceId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import java.time.Instant;

/** Facts about what was paid for assets. */
@Topic("payment.asset.events")
public sealed interface AssetEvents extends Message {
    LicenceId licenceId();

    @Override
    default String key() {
        return licenceId().toString();
    }

    /**
     * The buyer paid; the seller was credited with net and can spend it after the safety window;
     * price = net + fee.
     *
     * @param feeSchedule version of the fee schedule that priced it
     */
    @MessageType("payment.asset-payment-captured.v1")
    record AssetPaymentCapturedV1(
            LicenceId licenceId,
            AssetId assetId,
            String title,
            Side buyer,
            Side seller,
            Money price,
            Money fee,
            Money net,
            String feeSchedule,
            Instant capturedAt)
            implements AssetEvents {}

    /**
     * Nothing was taken. Reason: INSUFFICIENT_FUNDS, WALLET_FROZEN, DEBT_OUTSTANDING (the buyer
     * owes the platform something), UNKNOWN_FEE_SCHEDULE or TERMS_DIFFER (the licence was paid for
     * otherwise).
     */
    @MessageType("payment.asset-payment-failed.v1")
    record AssetPaymentFailedV1(
            LicenceId licenceId,
            AssetId assetId,
            Side buyer,
            Side seller,
            Money price,
            String reason,
            Instant failedAt)
            implements AssetEvents {}

    /** The buyer has the whole price again. */
    @MessageType("payment.asset-payment-refunded.v1")
    record AssetPaymentRefundedV1(
            LicenceId licenceId,
            AssetId assetId,
            String title,
            Side buyer,
            Side seller,
            Money price,
            Instant refundedAt)
            implements AssetEvents {}

    /**
     * Nothing was given back. UNKNOWN_LICENCE, NOT_CAPTURED or ALREADY_AVAILABLE (the seller may
     * have spent it).
     */
    @MessageType("payment.asset-refund-rejected.v1")
    record AssetRefundRejectedV1(LicenceId licenceId, String reason, Instant rejectedAt)
            implements AssetEvents {}
}
