package guildhall.contract.milestone;

import static guildhall.contract.agreement.SampleContracts.ACTIVE;
import static guildhall.contract.agreement.SampleContracts.AGREEMENT;
import static guildhall.contract.agreement.SampleContracts.NOON;
import static guildhall.contract.agreement.SampleContracts.PENDING;
import static guildhall.contract.agreement.SampleContracts.usd;
import static guildhall.contract.milestone.SampleMilestones.*;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.contract.milestone.Milestone.InProgress;
import guildhall.contract.milestone.Milestone.Paid;
import guildhall.messages.id.MilestoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SumsTest {
    @Test
    void addsUpWhatIsPromisedHeldPaidAndOpen() {
        var sums = Sums.of(AGREEMENT, List.of(PLANNED, FUNDED, PAID, REFUNDING, CANCELLED));

        assertThat(sums).isEqualTo(new Sums(usd(90_000), usd(30_000), usd(30_000), 3));
    }

    @Test
    void countsAPartialReleaseAsPaidOnceItIsAndKeepsTheMilestoneOpenUntilThen() {
        var ordered = new PartialRelease(PART, usd(10_000), NOON);
        var rest = new Payment(usd(20_000), usd(2_000), usd(18_000), NOON);
        var waiting = new Paid(PLAN, HOLD.with(ordered), DELIVERED, APPROVAL, rest);
        var complete =
                new Paid(PLAN, HOLD.with(ordered.paid(PART_PAYMENT)), DELIVERED, APPROVAL, rest);
        var working = new InProgress(PLAN, complete.hold(), STARTED);

        assertThat(Sums.of(AGREEMENT, List.of(waiting)))
                .isEqualTo(new Sums(usd(30_000), usd(10_000), usd(20_000), 1));
        assertThat(Sums.of(AGREEMENT, List.of(complete)))
                .isEqualTo(new Sums(usd(30_000), usd(0), usd(30_000), 0));
        assertThat(Sums.of(AGREEMENT, List.of(working)))
                .isEqualTo(new Sums(usd(30_000), usd(20_000), usd(10_000), 1));
    }

    @Test
    void aMilestoneWhoseMoneyIsOnItsWayBackIsOpenButPromisesNothing() {
        assertThat(Sums.of(AGREEMENT, List.of(REFUNDING)))
                .isEqualTo(new Sums(usd(0), usd(0), usd(0), 1));
    }

    @Test
    void leavesForAMilestoneWhatTheOthersDoNotUse() {
        assertThat(Sums.budgetFor(SKETCHES, ACTIVE, List.of(PLANNED)))
                .isEqualTo(new Budget(true, usd(90_000)));
        assertThat(
                        Sums.budgetFor(
                                new MilestoneId(new UUID(4, 2)),
                                PENDING,
                                List.of(PLANNED, CANCELLED)))
                .isEqualTo(new Budget(false, usd(60_000)));
    }
}
