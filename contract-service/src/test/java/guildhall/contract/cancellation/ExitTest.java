package guildhall.contract.cancellation;

import static guildhall.contract.agreement.SampleContracts.ACTIVE;
import static guildhall.contract.agreement.SampleContracts.CANCELLING;
import static guildhall.contract.agreement.SampleContracts.COMPLETED;
import static guildhall.contract.agreement.SampleContracts.PENDING;
import static guildhall.contract.agreement.SampleContracts.TERMINATED;
import static guildhall.contract.agreement.SampleContracts.usd;
import static guildhall.contract.milestone.SampleMilestones.*;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.contract.agreement.SampleContracts;
import guildhall.contract.cancellation.CancellationRejection.AlreadyEnded;
import guildhall.contract.cancellation.CancellationRejection.WorkUnderWay;
import guildhall.contract.cancellation.Exit.*;
import guildhall.contract.milestone.Entitlement;
import guildhall.contract.milestone.Milestone.Known;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExitTest {
    @Test
    void closesTheEscrowOfAContractThatIsNotActiveYet() {
        assertThat(Exit.of(PENDING, List.of(AWAITING, PLANNED)))
                .isEqualTo(new BackOut(List.of(SKETCHES)));
    }

    @Test
    void givesEverythingBackWhileNothingHasBegun() {
        assertThat(Exit.of(ACTIVE, List.of(PAID, FUNDED, PLANNED, CANCELLED)))
                .isEqualTo(
                        new GiveUp(
                                List.of(SKETCHES, SKETCHES), new Entitlement(usd(30_000), usd(0))));
    }

    @Test
    void needsTheAgreementOfBothOnceWorkHasBegun() {
        for (Known begun : List.of(IN_PROGRESS, SUBMITTED, REVISION_REQUESTED, APPROVED)) {
            assertThat(Exit.of(ACTIVE, List.of(FUNDED, begun)))
                    .isEqualTo(new Closed(new WorkUnderWay()));
        }
    }

    @Test
    void isUnderWayOnceItWasAskedFor() {
        assertThat(Exit.of(CANCELLING, List.of(AWAITING))).isEqualTo(new UnderWay());
        assertThat(Exit.of(SampleContracts.CANCELLED, List.of(CANCELLED)))
                .isEqualTo(new UnderWay());
        assertThat(Exit.of(ACTIVE, List.of(PAID, REFUNDING))).isEqualTo(new UnderWay());
    }

    @Test
    void isClosedAfterTheEnd() {
        assertThat(Exit.of(COMPLETED, List.of(PAID))).isEqualTo(new Closed(new AlreadyEnded()));
        assertThat(Exit.of(TERMINATED, List.of(CANCELLED)))
                .isEqualTo(new Closed(new AlreadyEnded()));
    }

    @Test
    void previewsWhoGetsWhat() {
        assertThat(Exit.of(ACTIVE, List.of(FUNDED)).preview())
                .contains(new Entitlement(usd(30_000), usd(0)));
        assertThat(Exit.of(PENDING, List.of(AWAITING)).preview()).isEmpty();
    }
}
