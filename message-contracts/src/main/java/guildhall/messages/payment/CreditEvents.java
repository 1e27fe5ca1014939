package guildhall.messages.payment;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.id.TaskId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import java.time.Instant;

/** Facts about credits. The key is their owner; available is what is left to reserve. */
@Topic("payment.credit.events")
public sealed interface CreditEvents extends Message {
    Party owner();

    @Override
    default String key() {
        return owner().toString();
    }

    /** A pack was paid for. */
    @MessageType("payment.credits-purchased.v1")
    record CreditsPurchasedV1(
            Party owner,
            UserId user,
            PaymentIntentId purchaseId,
            int units,
            Money price,
            int available,
            Instant purchasedAt)
            implements CreditEvents {}

    /** The platform gave units away; they expire. */
    @MessageType("payment.credit-bonus-granted.v1")
    record CreditBonusGrantedV1(
            Party owner, int units, int available, Instant expiresAt, Instant grantedAt)
            implements CreditEvents {}

    /** Units are set aside for the task. */
    @MessageType("payment.credits-reserved.v1")
    record CreditsReservedV1(
            Party owner, TaskId taskId, int units, int available, Instant reservedAt)
            implements CreditEvents {}

    /**
     * Nothing is set aside. INSUFFICIENT_CREDITS, DEBT_OUTSTANDING (the owner owes the platform
     * something) or TERMS_DIFFER.
     */
    @MessageType("payment.credit-reservation-failed.v1")
    record CreditReservationFailedV1(
            Party owner, TaskId taskId, int units, String reason, Instant failedAt)
            implements CreditEvents {}

    /** Reserved units went back. */
    @MessageType("payment.credits-released.v1")
    record CreditsReleasedV1(
            Party owner, TaskId taskId, int units, int available, Instant releasedAt)
            implements CreditEvents {}

    /** Reserved units are used up; value = talentShare + fee. */
    @MessageType("payment.credits-consumed.v1")
    record CreditsConsumedV1(
            Party owner,
            TaskId taskId,
            int units,
            Side talent,
            Money value,
            Money talentShare,
            Money fee,
            Instant consumedAt)
            implements CreditEvents {}

    /** A bank took back what was paid for them; they were neither reserved nor used up. */
    @MessageType("payment.credits-revoked.v1")
    record CreditsRevokedV1(
            Party owner, PaymentIntentId purchaseId, int units, int available, Instant revokedAt)
            implements CreditEvents {}

    /**
     * What is left lasts for no more than a few average tasks. Told once, until there is more
     * again.
     *
     * @param unitsPerTask what a task of the owner takes on average, rounded up
     */
    @MessageType("payment.credits-ran-low.v1")
    record CreditsRanLowV1(Party owner, int available, int unitsPerTask, Instant ranLowAt)
            implements CreditEvents {}

    /** Bonus units were not used in time. */
    @MessageType("payment.credits-expired.v1")
    record CreditsExpiredV1(Party owner, int units, int available, Instant expiredAt)
            implements CreditEvents {}

    /**
     * A release or consumption was refused. UNKNOWN_RESERVATION, MORE_THAN_RESERVED, TERMS_DIFFER.
     */
    @MessageType("payment.credit-command-rejected.v1")
    record CreditCommandRejectedV1(
            Party owner, TaskId taskId, String command, String reason, Instant rejectedAt)
            implements CreditEvents {}
}
