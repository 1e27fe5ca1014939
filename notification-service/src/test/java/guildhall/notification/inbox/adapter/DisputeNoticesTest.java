package guildhall.notification.inbox.adapter;

import static guildhall.notification.inbox.adapter.Samples.CLIENT;
import static guildhall.notification.inbox.adapter.Samples.CONTRACT;
import static guildhall.notification.inbox.adapter.Samples.LINK;
import static guildhall.notification.inbox.adapter.Samples.MONDAY;
import static guildhall.notification.inbox.adapter.Samples.TALENT;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.DisputeId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.messages.payment.EscrowEvents.DisputeFundsSplitV1;
import guildhall.messages.payment.EscrowEvents.EscrowFrozenV1;
import guildhall.messages.payment.EscrowEvents.EscrowUnfrozenV1;
import guildhall.notification.notice.Notice;
import guildhall.notification.notice.NoticeType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DisputeNoticesTest {
    static final EscrowId ESCROW = new EscrowId(new UUID(0, 10));
    static final DisputeId DISPUTE = new DisputeId(new UUID(0, 13));
    static final MilestoneId MILESTONE = new MilestoneId(new UUID(0, 12));

    @Test
    void tellsBothSidesWhatIsOutOfReach() {
        var frozen =
                new EscrowFrozenV1(
                        ESCROW,
                        DISPUTE,
                        CONTRACT,
                        MILESTONE,
                        CLIENT,
                        TALENT,
                        usd(15_000),
                        usd(5_000),
                        MONDAY);

        assertThat(DisputeNotices.frozen(frozen))
                .isEqualTo(
                        both(
                                "Money frozen",
                                "150.00 USD stays where it is until the dispute is settled."));
    }

    @Test
    void tellsBothSidesThatItIsNoLonger() {
        var unfrozen =
                new EscrowUnfrozenV1(
                        ESCROW,
                        DISPUTE,
                        CONTRACT,
                        MILESTONE,
                        CLIENT,
                        TALENT,
                        usd(15_000),
                        usd(10_000),
                        MONDAY);

        assertThat(DisputeNotices.unfrozen(unfrozen))
                .isEqualTo(
                        both(
                                "Money no longer frozen",
                                "150.00 USD is no longer held back by a dispute; 100.00 USD of it"
                                        + " is in escrow."));
    }

    @Test
    void tellsBothSidesWhoGotWhat() {
        assertThat(DisputeNotices.split(split(null)))
                .isEqualTo(
                        both(
                                "Dispute settled",
                                "50.00 USD went back to the client; 90.00 USD to the talent (100.00"
                                        + " USD less the fee of 10.00 USD)."));
    }

    @Test
    void countsTheBuyerFeeThatWentBack() {
        assertThat(DisputeNotices.split(split(usd(250))))
                .isEqualTo(
                        both(
                                "Dispute settled",
                                "52.50 USD went back to the client; 90.00 USD to the talent (100.00"
                                        + " USD less the fee of 10.00 USD)."));
    }

    static DisputeFundsSplitV1 split(@Nullable Money buyerFeeReturned) {
        return new DisputeFundsSplitV1(
                ESCROW,
                DISPUTE,
                new ReleaseId(new UUID(0, 11)),
                CONTRACT,
                MILESTONE,
                CLIENT,
                TALENT,
                usd(5_000),
                usd(10_000),
                usd(1_000),
                usd(9_000),
                MONDAY,
                null,
                buyerFeeReturned,
                null);
    }

    private static Money usd(long minorUnits) {
        return Money.of(minorUnits, "USD");
    }

    private static List<Notice> both(String title, String body) {
        return List.of(
                Notice.of(CLIENT.user(), NoticeType.CONTRACT, title, body, LINK),
                Notice.of(TALENT.user(), NoticeType.CONTRACT, title, body, LINK));
    }
}
