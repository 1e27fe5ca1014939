package guildhall.job.posting;

import static guildhall.job.posting.JobSamples.*;
import static guildhall.runtime.decide.Decision.accept;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.job.posting.Job.*;
import guildhall.job.posting.JobCommand.*;
import guildhall.messages.id.ProposalId;
import guildhall.messages.party.Party;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.testkit.Seeds;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Any commands, in any order, from anybody. */
class JobDeciderPropertyTest {
    final JobDecider decider = new JobDecider(OPEN_FOR);

    @Test
    void everyAcceptedCommandCanBeAppliedAndRepeatedWithoutEffect() {
        Seeds.forAll(
                500,
                any -> {
                    var job = decider.initial();
                    for (var step = 0; step < 40; step++) {
                        var command = command(any);
                        var after = apply(command, job);
                        if (!after.equals(job)) {
                            assertThat(decider.decide(command, after)).isEqualTo(accept());
                        }
                        job = after;
                    }
                });
    }

    @Test
    void theMoneyNeverChangesOnceAProposalCame() {
        Seeds.forAll(
                500,
                any -> {
                    var job = decider.initial();
                    for (var step = 0; step < 40; step++) {
                        var after = apply(command(any), job);
                        if (job instanceof Known known
                                && known.posting().proposals().received() > 0) {
                            assertThat(((Known) after).terms().budget())
                                    .isEqualTo(known.terms().budget());
                        }
                        job = after;
                    }
                });
    }

    @Test
    void onlyTheHolderOfTheSeatGetsTheWork() {
        Seeds.forAll(
                500,
                any -> {
                    var job = decider.initial();
                    for (var step = 0; step < 40; step++) {
                        var after = apply(command(any), job);
                        if (after instanceof InProgress begun && job instanceof Reserved held) {
                            assertThat(begun.proposal()).isEqualTo(held.proposal());
                        }
                        assertThat(after instanceof InProgress && job instanceof Hirable).isFalse();
                        job = after;
                    }
                });
    }

    private Job apply(JobCommand command, Job job) {
        return decider.decide(command, job) instanceof Accepted(var events)
                ? events.stream().reduce(job, decider::evolve, (_, last) -> last)
                : job;
    }

    private static JobCommand command(Seeds any) {
        var at = any.instantWithin(Duration.ofDays(70), NOON);
        var by = any.chance(90) ? BAKERY.party() : STRANGER;
        var proposal = any.oneOf(ADAS, BENS);
        return any.choose(
                () -> new DraftJob(LOGO, BAKERY, terms(), at),
                () -> new PublishJob(LOGO, by, any.bool(), at),
                () -> ownerCommand(any, by, at),
                () -> consequence(any, proposal, at),
                () -> new ReserveSeat(LOGO, by, proposal, at));
    }

    private static JobCommand ownerCommand(Seeds any, Party by, Instant at) {
        var budget = any.bool() ? terms().budget() : budget(1, any.longBetween(0, 9));
        return any.choose(
                () -> new EditJob(LOGO, by, terms("Logo", budget, any.intBetween(1, 4)), at),
                () -> new CloseJob(LOGO, by, at),
                () -> new ReopenJob(LOGO, by, at),
                () -> any.chance(10) ? new CancelJob(LOGO, by, at) : new CloseJob(LOGO, by, at));
    }

    private static JobCommand consequence(Seeds any, ProposalId proposal, Instant at) {
        var active = any.intBetween(0, 3);
        return any.choose(
                () -> new CountProposals(LOGO, new Tally(active, 4), at),
                () -> new ExpireJob(LOGO, at),
                () -> new StartJob(LOGO, proposal, CONTRACT, at),
                () -> new ReleaseSeat(LOGO, proposal, at),
                () -> new CompleteJob(LOGO, proposal, at));
    }
}
