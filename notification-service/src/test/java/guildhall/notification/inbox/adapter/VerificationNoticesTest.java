package guildhall.notification.inbox.adapter;

import static guildhall.messages.party.VerificationTier.BASIC;
import static guildhall.messages.party.VerificationTier.STANDARD;
import static guildhall.messages.party.VerificationTier.UNVERIFIED;
import static guildhall.notification.inbox.adapter.Samples.MONDAY;
import static guildhall.notification.inbox.adapter.Samples.TALENT;
import static guildhall.notification.notice.NoticeType.SECURITY;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.VerificationId;
import guildhall.messages.identity.VerificationEvents.VerificationDecidedV1;
import guildhall.messages.identity.VerificationEvents.VerificationExpiredV1;
import guildhall.messages.identity.VerificationEvents.VerificationSubmittedV1;
import guildhall.messages.party.VerificationTier;
import guildhall.notification.notice.Notice;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerificationNoticesTest {
    private static final VerificationId ID = new VerificationId(new UUID(0, 50));

    @Test
    void tellsTheVerifiedTheirTierAndHowLongItHolds() {
        assertThat(VerificationNotices.of(decided("VERIFIED", STANDARD, MONDAY, null)))
                .isEqualTo(
                        List.of(
                                notice(
                                        "You are verified",
                                        "Your tier is standard, until 1 March 2027, 09:30 UTC.")));
        assertThat(VerificationNotices.of(decided("VERIFIED", BASIC, null, null)))
                .isEqualTo(List.of(notice("You are verified", "Your tier is basic.")));
    }

    @Test
    void saysWhatIsMissingAndKeepsASuspicionToItself() {
        assertThat(VerificationNotices.of(decided("NEEDS_UPDATE", UNVERIFIED, null, "UNREADABLE")))
                .isEqualTo(
                        List.of(
                                notice(
                                                "Your verification needs something else",
                                                "What you handed in is not enough yet: it cannot be"
                                                        + " read.")
                                        .urgent()));
        assertThat(VerificationNotices.of(decided("REJECTED", UNVERIFIED, null, "NOT_GENUINE")))
                .isEqualTo(
                        List.of(
                                notice(
                                                "Your verification was rejected",
                                                "What you handed in was not accepted.")
                                        .urgent()));
    }

    @Test
    void tellsWhenATierFallsAndNothingOfTheSubmission() {
        var expired =
                new VerificationExpiredV1(
                        ID, TALENT.party(), TALENT.user(), 4, BASIC, null, MONDAY);
        var submitted = new VerificationSubmittedV1(ID, TALENT.party(), TALENT.user(), 1, MONDAY);

        assertThat(VerificationNotices.of(expired))
                .isEqualTo(
                        List.of(
                                notice(
                                                "Your verification has expired",
                                                "A document that you showed is too old, so what you"
                                                        + " can withdraw a day may be less. Hand in"
                                                        + " a newer one to change that.")
                                        .urgent()));
        assertThat(VerificationNotices.of(submitted)).isEmpty();
    }

    private static VerificationDecidedV1 decided(
            String outcome,
            VerificationTier tier,
            @Nullable Instant until,
            @Nullable String reason) {
        return new VerificationDecidedV1(
                ID, TALENT.party(), TALENT.user(), 3, outcome, tier, until, reason, MONDAY);
    }

    private static Notice notice(String title, String body) {
        return Notice.of(TALENT.user(), SECURITY, title, body, "/verification");
    }
}
