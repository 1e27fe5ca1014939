package guildhall.contract.overview;

import static guildhall.contract.agreement.SampleContracts.ACTIVE;
import static guildhall.contract.agreement.SampleContracts.CANCELLING;
import static guildhall.contract.agreement.SampleContracts.COMPLETED;
import static guildhall.contract.agreement.SampleContracts.NOON;
import static guildhall.contract.agreement.SampleContracts.PENDING;
import static guildhall.contract.milestone.SampleMilestones.*;
import static guildhall.contract.overview.ContractAction.*;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.contract.agreement.Contract;
import guildhall.contract.agreement.ContractRole;
import guildhall.contract.milestone.Milestone.Known;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractActionTest {
    @Test
    void offersTheClientToFundAgainAndBothToBackOutBeforeItIsActive() {
        assertThat(open(PENDING, ContractRole.CLIENT, REFUSED)).containsExactly(FUND, CANCEL);
        assertThat(open(PENDING, ContractRole.TALENT, REFUSED)).containsExactly(CANCEL);
        assertThat(open(PENDING, ContractRole.CLIENT, AWAITING)).containsExactly(CANCEL);
        assertThat(open(CANCELLING, ContractRole.CLIENT, REFUSED)).isEmpty();
    }

    @Test
    void offersToAddWhileTheAmountIsNotUsedUp() {
        assertThat(open(ACTIVE, ContractRole.CLIENT, IN_PROGRESS)).containsExactly(ADD_MILESTONE);
        assertThat(open(ACTIVE, ContractRole.CLIENT, PAID, PAID, SUBMITTED)).isEmpty();
        assertThat(open(ACTIVE, ContractRole.TALENT, IN_PROGRESS)).isEmpty();
    }

    @Test
    void offersToFundTheNextMilestoneAndToEndWhatHasNotBegun() {
        assertThat(open(ACTIVE, ContractRole.CLIENT, PAID, PLANNED, PLANNED))
                .containsExactly(FUND, CANCEL);
    }

    @Test
    void offersNothingAfterTheEnd() {
        assertThat(open(COMPLETED, ContractRole.CLIENT, PAID)).isEmpty();
    }

    private static List<ContractAction> open(
            Contract.Agreed contract, ContractRole role, Known... milestones) {
        return ContractAction.open(contract, List.of(milestones), role, NOON);
    }
}
