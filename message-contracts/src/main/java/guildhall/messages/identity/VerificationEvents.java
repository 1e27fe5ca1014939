package guildhall.messages.identity;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.UserId;
import guildhall.messages.id.VerificationId;
import guildhall.messages.party.Party;
import guildhall.messages.party.VerificationTier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Facts about who parties are known to be; never what was shown to prove it. The key is the
 * verification, of which each party has one. Revisions of one verification only rise: a message
 * with a lower one than was seen is old.
 */
@Topic("identity.verification.events")
public sealed interface VerificationEvents extends Message {
    VerificationId verificationId();

    /** Who is verified. */
    Party subject();

    /** The user who acts for them. */
    UserId ownerId();

    long revision();

    @Override
    default String key() {
        return verificationId().toString();
    }

    /** Documents wait for a review. The tier stays as it was. */
    @MessageType("identity.verification-submitted.v1")
    record VerificationSubmittedV1(
            VerificationId verificationId,
            Party subject,
            UserId ownerId,
            long revision,
            Instant submittedAt)
            implements VerificationEvents {}

    /**
     * A reviewer decided. Outcome: VERIFIED, REJECTED or NEEDS_UPDATE. The tier holds from now on,
     * until expiresAt if there is one, whatever the outcome: a refusal takes nothing away that was
     * proved before. Reason, of a refusal only: UNREADABLE, INCOMPLETE, OUTDATED, OTHER_PERSON,
     * DUPLICATE or NOT_GENUINE.
     */
    @MessageType("identity.verification-decided.v1")
    record VerificationDecidedV1(
            VerificationId verificationId,
            Party subject,
            UserId ownerId,
            long revision,
            String outcome,
            VerificationTier tier,
            @Nullable Instant expiresAt,
            @Nullable String reason,
            Instant decidedAt)
            implements VerificationEvents {}

    /**
     * What a tier rested on is too old. The tier is what is left, until expiresAt if there is one.
     */
    @MessageType("identity.verification-expired.v1")
    record VerificationExpiredV1(
            VerificationId verificationId,
            Party subject,
            UserId ownerId,
            long revision,
            VerificationTier tier,
            @Nullable Instant expiresAt,
            Instant expiredAt)
            implements VerificationEvents {}
}
