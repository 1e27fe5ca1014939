package guildhall.job.proposal;

import static guildhall.job.posting.JobSamples.*;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.job.posting.Tally;
import guildhall.job.proposal.Proposal.*;
import guildhall.job.proposal.ProposalCommand.*;
import guildhall.job.proposal.ProposalRejection.PlanDoesNotAddUp;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.testkit.Seeds;
import java.math.BigInteger;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Any commands, in any order, from anybody; any plan. */
class ProposalDeciderPropertyTest {
    static final Side ADA =
            new Side(new Party(PartyType.TALENT, new UUID(0, 8)), new UserId(new UUID(0, 9)));

    final ProposalDecider decider = new ProposalDecider(Duration.ofDays(7));

    @Test
    void everyAcceptedCommandCanBeAppliedAndRepeatedWithoutEffect() {
        Seeds.forAll(
                500,
                any -> {
                    var proposal = decider.initial();
                    for (var step = 0; step < 30; step++) {
                        var command = command(any);
                        var after = apply(command, proposal);
                        if (!after.equals(proposal) && !(command instanceof AcceptProposal)) {
                            assertThat(decider.decide(command, after)).isEqualTo(accept());
                        }
                        proposal = after;
                    }
                });
    }

    @Test
    void whatIsOverStaysOver() {
        Seeds.forAll(
                500,
                any -> {
                    var proposal = decider.initial();
                    for (var step = 0; step < 30; step++) {
                        var after = apply(command(any), proposal);
                        if (proposal instanceof Rejected
                                || proposal instanceof Withdrawn
                                || proposal instanceof Expired) {
                            assertThat(after).isEqualTo(proposal);
                        }
                        proposal = after;
                    }
                });
    }

    @Test
    void exactlyThePlansThatAddUpAreTaken() {
        Seeds.forAll(
                2_000,
                any -> {
                    var plan =
                            any.listOf(1, 4, () -> milestone(any.money(0, Long.MAX_VALUE, "USD")));
                    var total =
                            plan.stream()
                                    .map(m -> BigInteger.valueOf(m.amount().minorUnits()))
                                    .reduce(BigInteger.ZERO, BigInteger::add);
                    var fits = total.bitLength() < Long.SIZE && total.signum() > 0;
                    var bid = fits && any.bool() ? total.longValueExact() : any.longBetween(1, 99);
                    var addsUp =
                            total.equals(BigInteger.valueOf(bid))
                                    && plan.stream().noneMatch(m -> m.amount().isZero());
                    var terms = new ProposalTerms(Money.of(bid, "USD"), 14, "Hello", plan);

                    var decision = decider.decide(submit(terms), decider.initial());

                    if (addsUp) {
                        assertThat(decision).isInstanceOf(Accepted.class);
                    } else {
                        assertThat(decision).isEqualTo(reject(new PlanDoesNotAddUp()));
                    }
                });
    }

    private Proposal apply(ProposalCommand command, Proposal proposal) {
        return decider.decide(command, proposal) instanceof Accepted(var events)
                ? events.stream().reduce(proposal, decider::evolve, (_, last) -> last)
                : proposal;
    }

    private static ProposalCommand command(Seeds any) {
        var at = any.instantWithin(Duration.ofDays(20), NOON);
        var talent = any.chance(90) ? ADA.party() : BAKERY.party();
        var client = any.chance(90) ? BAKERY.party() : ADA.party();
        var terms = ProposalDeciderTest.UNPLANNED;
        return any.choose(
                () -> submit(terms),
                () -> new ReviseProposal(ADAS, talent, terms, at),
                () -> any.chance(10) ? new WithdrawProposal(ADAS, talent, at) : submit(terms),
                () -> new AdvanceProposal(ADAS, client, any.constant(Stage.class), at),
                () -> any.chance(10) ? new RejectProposal(ADAS, client, at) : submit(terms),
                () -> new AcceptProposal(ADAS, client, at),
                () -> any.chance(20) ? new ExpireProposal(ADAS, at) : submit(terms),
                () -> new DisplaceProposal(ADAS, BENS, at),
                () -> new ReinstateProposal(ADAS, BENS, at),
                () -> new OfferAgain(ADAS, at));
    }

    private static SubmitProposal submit(ProposalTerms terms) {
        return new SubmitProposal(ADAS, ADA, open(Tally.NONE), terms, NOON);
    }

    private static PlannedMilestone milestone(Money amount) {
        return new PlannedMilestone("Part", amount, 7);
    }
}
