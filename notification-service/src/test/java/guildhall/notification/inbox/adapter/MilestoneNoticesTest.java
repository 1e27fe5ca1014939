package guildhall.notification.inbox.adapter;

import static guildhall.notification.inbox.adapter.Samples.CLIENT;
import static guildhall.notification.inbox.adapter.Samples.CONTRACT;
import static guildhall.notification.inbox.adapter.Samples.LINK;
import static guildhall.notification.inbox.adapter.Samples.MONDAY;
import static guildhall.notification.inbox.adapter.Samples.TALENT;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.contract.MilestoneEvents.MilestoneApprovedV1;
import guildhall.messages.contract.MilestoneEvents.MilestoneCancelledV1;
import guildhall.messages.contract.MilestoneEvents.MilestoneFundedV1;
import guildhall.messages.contract.MilestoneEvents.MilestonePaidV1;
import guildhall.messages.contract.MilestoneEvents.MilestonePartPaidV1;
import guildhall.messages.contract.MilestoneEvents.PaymentSumV1;
import guildhall.messages.contract.MilestoneEvents.RevisionRequestedV1;
import guildhall.messages.contract.MilestoneEvents.WorkSubmittedV1;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import guildhall.notification.notice.Notice;
import guildhall.notification.notice.Notice.Priority;
import guildhall.notification.notice.NoticeType;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MilestoneNoticesTest {
    static final MilestoneId ID = new MilestoneId(new UUID(0, 6));
    static final EscrowId ESCROW = new EscrowId(new UUID(0, 7));
    static final ReleaseId RELEASE = new ReleaseId(new UUID(0, 8));
    static final String TITLE = "Sketch";
    static final Money AMOUNT = Money.of(20_000, "USD");

    @Test
    void tellsTheTalentThatTheMoneyIsHeld() {
        var funded =
                new MilestoneFundedV1(ID, CONTRACT, TITLE, CLIENT, TALENT, AMOUNT, ESCROW, MONDAY);

        assertThat(MilestoneNotices.of(funded))
                .isEqualTo(
                        List.of(
                                contract(
                                        TALENT,
                                        "Funded: Sketch",
                                        "200.00 USD is held for this milestone.")));
    }

    @Test
    void asksTheClientToAnswerInTime() {
        var submitted =
                new WorkSubmittedV1(
                        ID,
                        CONTRACT,
                        TITLE,
                        CLIENT,
                        TALENT,
                        1,
                        "Here it is",
                        MONDAY,
                        MONDAY.plus(Duration.ofDays(14)));

        assertThat(MilestoneNotices.of(submitted))
                .isEqualTo(
                        List.of(
                                new Notice(
                                        CLIENT.user(),
                                        NoticeType.CONTRACT,
                                        Priority.HIGH,
                                        "Work delivered: Sketch",
                                        "Please approve it or ask for a revision. Without an answer"
                                                + " it counts as approved on 15 March 2027, 09:30"
                                                + " UTC.",
                                        LINK,
                                        true)));
    }

    @Test
    void tellsTheTalentWhatToChange() {
        var requested =
                new RevisionRequestedV1(
                        ID, CONTRACT, TITLE, CLIENT, TALENT, 1, "More blue, please", MONDAY);

        assertThat(MilestoneNotices.of(requested))
                .isEqualTo(
                        List.of(
                                contract(
                                        TALENT,
                                        "Revision requested: Sketch",
                                        "More blue, please")));
    }

    @Test
    void tellsTheTalentThatTheWorkIsAccepted() {
        var approved =
                new MilestoneApprovedV1(
                        ID, CONTRACT, TITLE, CLIENT, TALENT, AMOUNT, ESCROW, RELEASE, false,
                        MONDAY);

        assertThat(MilestoneNotices.of(approved))
                .isEqualTo(
                        List.of(
                                contract(
                                        TALENT,
                                        "Approved: Sketch",
                                        "200.00 USD is being released to you.")));
    }

    @Test
    void tellsTheTalentOfTheRestOnlyWhenPartsArePaid() {
        var approved =
                new MilestoneApprovedV1(
                        ID,
                        CONTRACT,
                        TITLE,
                        CLIENT,
                        TALENT,
                        AMOUNT,
                        ESCROW,
                        RELEASE,
                        false,
                        MONDAY,
                        Money.of(15_000, "USD"));

        assertThat(MilestoneNotices.of(approved))
                .isEqualTo(
                        List.of(
                                contract(
                                        TALENT,
                                        "Approved: Sketch",
                                        "150.00 USD is being released to you.")));
    }

    @Test
    void accountsForAPartAndForWhatIsLeftToBoth() {
        assertThat(MilestoneNotices.of(partPaid(15_000)))
                .isEqualTo(
                        List.of(
                                notice(
                                        TALENT,
                                        NoticeType.PAYMENT,
                                        "Part paid: Sketch",
                                        "45.00 USD was credited (50.00 USD less the fee of 5.00"
                                                + " USD); 150.00 USD is still held."),
                                notice(
                                        CLIENT,
                                        NoticeType.PAYMENT,
                                        "Receipt: Sketch",
                                        "50.00 USD was released from escrow; 150.00 USD is still"
                                                + " held.")));
        assertThat(MilestoneNotices.of(partPaid(0)))
                .extracting(Notice::body)
                .containsExactly(
                        "45.00 USD was credited (50.00 USD less the fee of 5.00 USD); nothing is"
                                + " held any more.",
                        "50.00 USD was released from escrow; nothing is held any more.");
    }

    @Test
    void accountsForThePartsBeforeItToo() {
        var paid =
                new MilestonePaidV1(
                        ID,
                        CONTRACT,
                        TITLE,
                        CLIENT,
                        TALENT,
                        Money.of(15_000, "USD"),
                        Money.of(1_500, "USD"),
                        Money.of(13_500, "USD"),
                        MONDAY,
                        new PaymentSumV1(AMOUNT, Money.of(2_000, "USD"), Money.of(18_000, "USD")));

        assertThat(MilestoneNotices.of(paid))
                .isEqualTo(
                        List.of(
                                notice(
                                        TALENT,
                                        NoticeType.PAYMENT,
                                        "Paid: Sketch",
                                        "135.00 USD was credited (150.00 USD less the fee of 15.00"
                                                + " USD); with the parts before, 180.00 USD was"
                                                + " credited (200.00 USD less the fee of 20.00"
                                                + " USD)."),
                                notice(
                                        CLIENT,
                                        NoticeType.PAYMENT,
                                        "Receipt: Sketch",
                                        "150.00 USD was released from escrow; 200.00 USD in"
                                                + " all.")));
    }

    @Test
    void accountsForThePaymentToBoth() {
        var paid =
                new MilestonePaidV1(
                        ID,
                        CONTRACT,
                        TITLE,
                        CLIENT,
                        TALENT,
                        AMOUNT,
                        Money.of(2_000, "USD"),
                        Money.of(18_000, "USD"),
                        MONDAY);

        assertThat(MilestoneNotices.of(paid))
                .isEqualTo(
                        List.of(
                                notice(
                                        TALENT,
                                        NoticeType.PAYMENT,
                                        "Paid: Sketch",
                                        "180.00 USD was credited (200.00 USD less the fee of 20.00"
                                                + " USD)."),
                                notice(
                                        CLIENT,
                                        NoticeType.PAYMENT,
                                        "Receipt: Sketch",
                                        "200.00 USD was released from escrow.")));
    }

    @Test
    void tellsBothThatItWillNotBeDone() {
        var cancelled =
                new MilestoneCancelledV1(ID, CONTRACT, TITLE, CLIENT, TALENT, "CLIENT", MONDAY);
        var body = "This milestone will not be done; what was held for it goes back to the client.";

        assertThat(MilestoneNotices.of(cancelled))
                .isEqualTo(
                        List.of(
                                contract(CLIENT, "Cancelled: Sketch", body),
                                contract(TALENT, "Cancelled: Sketch", body)));
    }

    private static MilestonePartPaidV1 partPaid(long stillHeld) {
        return new MilestonePartPaidV1(
                ID,
                CONTRACT,
                TITLE,
                CLIENT,
                TALENT,
                Money.of(5_000, "USD"),
                Money.of(500, "USD"),
                Money.of(4_500, "USD"),
                Money.of(stillHeld, "USD"),
                MONDAY);
    }

    private static Notice contract(Side to, String title, String body) {
        return notice(to, NoticeType.CONTRACT, title, body);
    }

    private static Notice notice(Side to, NoticeType type, String title, String body) {
        return new Notice(to.user(), type, Priority.NORMAL, title, body, LINK, true);
    }
}
