package guildhall.contract.hiring;

import static guildhall.contract.agreement.SampleContracts.*;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.contract.agreement.PlannedWork;
import guildhall.contract.agreement.Terms;
import guildhall.contract.milestone.Plan;
import guildhall.messages.id.MilestoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AcceptedProposalTest {
    @Test
    void becomesAContractWithItsTermsUnchanged() {
        var agreement = proposal(TERMS.work()).agreement(CONTRACT, AGREEMENT.number(), 30);

        assertThat(agreement).isEqualTo(AGREEMENT);
    }

    @Test
    void becomesOneMilestoneWhenItPlansNone() {
        var agreement = proposal(List.of()).agreement(CONTRACT, AGREEMENT.number(), 30);

        var whole = new PlannedWork("A brand", PRICE, 30);
        assertThat(agreement).isEqualTo(agreement(PRICE, new Terms(1, List.of(whole), NOON)));
    }

    @Test
    void plansItsMilestonesInOrder() {
        var plans = AcceptedProposal.plans(AGREEMENT, n -> new MilestoneId(new UUID(4, n)), 2);

        assertThat(plans)
                .containsExactly(
                        new Plan(
                                new MilestoneId(new UUID(4, 1)),
                                CONTRACT,
                                1,
                                "Sketches",
                                usd(30_000),
                                7,
                                2),
                        new Plan(
                                new MilestoneId(new UUID(4, 2)),
                                CONTRACT,
                                2,
                                "Logo",
                                usd(60_000),
                                14,
                                2));
    }

    private static AcceptedProposal proposal(List<PlannedWork> work) {
        return new AcceptedProposal(
                AGREEMENT.proposal(),
                AGREEMENT.job(),
                AGREEMENT.title(),
                CLIENT,
                TALENT,
                PRICE,
                work,
                NOON);
    }
}
