package guildhall.contract.milestone.adapter;

import static guildhall.contract.agreement.SampleContracts.AGREEMENT;
import static guildhall.contract.agreement.SampleContracts.CLIENT;
import static guildhall.contract.agreement.SampleContracts.CONTRACT;
import static guildhall.contract.agreement.SampleContracts.NOON;
import static guildhall.contract.agreement.SampleContracts.TALENT;
import static guildhall.contract.agreement.SampleContracts.usd;
import static guildhall.contract.milestone.SampleMilestones.*;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.contract.milestone.Hold;
import guildhall.contract.milestone.Milestone.Approved;
import guildhall.contract.milestone.Milestone.InProgress;
import guildhall.contract.milestone.Milestone.Paid;
import guildhall.contract.milestone.MilestoneEvent.MilestoneApproved;
import guildhall.contract.milestone.MilestoneEvent.MilestonePaid;
import guildhall.contract.milestone.MilestoneEvent.PartialReleasePaid;
import guildhall.contract.milestone.PartialRelease;
import guildhall.contract.milestone.Payment;
import guildhall.messages.contract.MilestoneEvents.MilestoneApprovedV1;
import guildhall.messages.contract.MilestoneEvents.MilestonePaidV1;
import guildhall.messages.contract.MilestoneEvents.MilestonePartPaidV1;
import guildhall.messages.contract.MilestoneEvents.PaymentSumV1;
import guildhall.messages.open.PublicContracts.PublicMilestonePaidV1;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MilestoneMessagesTest {
    static final PartialRelease ORDERED = new PartialRelease(PART, usd(10_000), NOON);
    static final Hold PART_PAID =
            holding(new PartialRelease(PART, usd(10_000), NOON, PART_PAYMENT));
    static final Payment REST = new Payment(usd(20_000), usd(1_500), usd(18_500), NOON);

    @Test
    void saysWhatAPartPaidAndWhatIsStillHeld() {
        var after = new InProgress(PLAN, PART_PAID, STARTED);
        var event = new PartialReleasePaid(PART, PART_PAYMENT);

        assertThat(MilestoneMessages.of(AGREEMENT, after, event))
                .isEqualTo(List.of(partPaid(20_000)));
    }

    @Test
    void saysThatNothingIsHeldWhenAPartArrivesAfterTheRest() {
        var after = new Paid(PLAN, PART_PAID, DELIVERED, APPROVAL, REST);
        var event = new PartialReleasePaid(PART, PART_PAYMENT);

        assertThat(MilestoneMessages.of(AGREEMENT, after, event)).isEqualTo(List.of(partPaid(0)));
    }

    @Test
    void addsUpWhatAllReleasesPaid() {
        var after = new Paid(PLAN, PART_PAID, DELIVERED, APPROVAL, REST);
        var total = new PaymentSumV1(usd(30_000), usd(2_500), usd(27_500));

        assertThat(MilestoneMessages.of(AGREEMENT, after, new MilestonePaid(REST)))
                .isEqualTo(
                        List.of(
                                paid(REST, total),
                                new PublicMilestonePaidV1(CONTRACT, SKETCHES, NOON)));
    }

    @Test
    void addsUpNothingThatHasNotArrived() {
        var after = new Paid(PLAN, holding(ORDERED), DELIVERED, APPROVAL, REST);

        assertThat(MilestoneMessages.of(AGREEMENT, after, new MilestonePaid(REST)))
                .contains(paid(REST, null));
        assertThat(MilestoneMessages.of(AGREEMENT, PAID, new MilestonePaid(PAYMENT)))
                .contains(paid(PAYMENT, null));
    }

    @Test
    void saysWhatAnApprovalReleases() {
        var after = new Approved(PLAN, holding(ORDERED), DELIVERED, APPROVAL);
        var event = new MilestoneApproved(APPROVAL);

        assertThat(MilestoneMessages.of(AGREEMENT, after, event))
                .isEqualTo(
                        List.of(
                                new MilestoneApprovedV1(
                                        SKETCHES,
                                        CONTRACT,
                                        "Sketches",
                                        CLIENT,
                                        TALENT,
                                        usd(30_000),
                                        ESCROW,
                                        RELEASE,
                                        false,
                                        NOON,
                                        usd(20_000))));
        assertThat(MilestoneMessages.of(AGREEMENT, APPROVED, event))
                .isEqualTo(
                        List.of(
                                new MilestoneApprovedV1(
                                        SKETCHES,
                                        CONTRACT,
                                        "Sketches",
                                        CLIENT,
                                        TALENT,
                                        usd(30_000),
                                        ESCROW,
                                        RELEASE,
                                        false,
                                        NOON)));
    }

    private static Hold holding(PartialRelease part) {
        return new Hold(ESCROW, NOON, List.of(part));
    }

    private static MilestonePartPaidV1 partPaid(long stillHeld) {
        return new MilestonePartPaidV1(
                SKETCHES,
                CONTRACT,
                "Sketches",
                CLIENT,
                TALENT,
                usd(10_000),
                usd(1_000),
                usd(9_000),
                usd(stillHeld),
                NOON);
    }

    private static MilestonePaidV1 paid(Payment payment, @Nullable PaymentSumV1 total) {
        return new MilestonePaidV1(
                SKETCHES,
                CONTRACT,
                "Sketches",
                CLIENT,
                TALENT,
                payment.gross(),
                payment.fee(),
                payment.net(),
                NOON,
                total);
    }
}
