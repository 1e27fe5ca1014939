package guildhall.contract.milestone;

import static guildhall.contract.agreement.ContractRole.CLIENT;
import static guildhall.contract.agreement.ContractRole.TALENT;
import static guildhall.contract.agreement.SampleContracts.ACTIVE;
import static guildhall.contract.agreement.SampleContracts.FUND_BEFORE;
import static guildhall.contract.agreement.SampleContracts.NOON;
import static guildhall.contract.agreement.SampleContracts.usd;
import static guildhall.contract.milestone.SampleMilestones.*;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.contract.agreement.CancellationReason;
import guildhall.contract.agreement.ContractRole;
import guildhall.contract.agreement.SampleContracts;
import guildhall.contract.milestone.Milestone.Absent;
import guildhall.contract.milestone.MilestoneCommand.*;
import guildhall.contract.milestone.MilestoneRejection.ReservedFor;
import guildhall.messages.id.UserId;
import guildhall.runtime.decide.Decision;
import guildhall.testkit.Seeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every command in every state: {@code +} names the events, {@code .} is accepted without one,
 * {@code !} names the rejection.
 */
class MilestoneTableTest {
    static final UserId ANNA = SampleContracts.CLIENT.user();
    static final UserId BORIS = SampleContracts.TALENT.user();
    static final Instant DUE = AUTO_APPROVE;

    /** In the order of the columns of the table. */
    static final List<Milestone> STATES =
            Stream.concat(Stream.of(new Absent()), ALL.stream()).toList();

    static final Map<MilestoneCommand, String> TABLE = table();

    private static Map<MilestoneCommand, String> table() {
        var budget = new Budget(true, usd(90_000));
        var table = new LinkedHashMap<MilestoneCommand, String>();
        // Absent, Planned, AwaitingFunding, FundingRefused, Funded, InProgress, Submitted,
        // RevisionRequested, Approved, Paid, Refunding, Cancelled
        table.put(new PlanMilestone(PLAN, NOON), "+MilestonePlanned . . . . . . . . . . .");
        table.put(
                new AddMilestone(CLIENT, PLAN, budget, NOON),
                "+MilestonePlanned . . . . . . . . . . .");
        table.put(
                new EditMilestone(SKETCHES, CLIENT, "New", usd(30_000), 7, budget, NOON),
                """
                !UnknownMilestone +MilestoneEdited +MilestoneEdited +MilestoneEdited
                +MilestoneEdited +MilestoneEdited !NoLongerEditable !NoLongerEditable
                !NoLongerEditable !NoLongerEditable !NoLongerEditable !NoLongerEditable
                """);
        table.put(
                new RequestFunding(SKETCHES, CLIENT, ACTIVE, ESCROW, FUND_BEFORE, NOON),
                """
                !UnknownMilestone +FundingRequested . +FundingRequested
                !AlreadyFunded !AlreadyFunded !AlreadyFunded !AlreadyFunded
                !AlreadyFunded !AlreadyFunded !AlreadyCancelled !AlreadyCancelled
                """);
        table.put(
                new ConfirmFunding(SKETCHES, ESCROW, NOON),
                """
                !UnknownMilestone !FundingNotRequested +MilestoneFunded +MilestoneFunded
                . . . . . . . !FundingNotRequested
                """);
        table.put(
                new RecordRefusal(SKETCHES, ESCROW, "WALLET_FROZEN", NOON),
                "!UnknownMilestone . +FundingDeclined . . . . . . . . .");
        table.put(
                new AbandonFunding(SKETCHES, ESCROW, NOON),
                "!UnknownMilestone . +FundingAbandoned +FundingAbandoned . . . . . . . .");
        table.put(
                new StartWork(SKETCHES, TALENT, NOON),
                """
                !UnknownMilestone !NotFunded !NotFunded !NotFunded
                +WorkStarted . !AlreadySubmitted .
                !AlreadyApproved !AlreadyApproved !AlreadyCancelled !AlreadyCancelled
                """);
        table.put(
                new SubmitWork(SKETCHES, TALENT, BORIS, "Done", AUTO_APPROVE, NOON),
                """
                !UnknownMilestone !NotFunded !NotFunded !NotFunded
                +WorkStarted+WorkSubmitted +WorkSubmitted !AlreadySubmitted +WorkSubmitted
                !AlreadyApproved !AlreadyApproved !AlreadyCancelled !AlreadyCancelled
                """);
        table.put(
                new RequestRevision(SKETCHES, CLIENT, ANNA, "Warmer", NOON),
                """
                !UnknownMilestone !NothingSubmitted !NothingSubmitted !NothingSubmitted
                !NothingSubmitted !NothingSubmitted +RevisionAsked !NothingSubmitted
                !AlreadyApproved !AlreadyApproved !AlreadyCancelled !AlreadyCancelled
                """);
        table.put(
                new ApproveWork(SKETCHES, CLIENT, RELEASE, NOON),
                """
                !UnknownMilestone !NothingSubmitted !NothingSubmitted !NothingSubmitted
                !NothingSubmitted !NothingSubmitted +MilestoneApproved !NothingSubmitted
                . . !AlreadyCancelled !AlreadyCancelled
                """);
        table.put(
                new ReleasePart(SKETCHES, CLIENT, PART, usd(10_000), NOON),
                """
                !UnknownMilestone !NotFunded !NotFunded !NotFunded
                !WorkNotStarted +PartialReleaseOrdered +PartialReleaseOrdered +PartialReleaseOrdered
                !AlreadyApproved !AlreadyApproved !AlreadyCancelled !AlreadyCancelled
                """);
        table.put(
                new ConfirmPayment(SKETCHES, PART, PART_PAYMENT),
                """
                !UnknownMilestone !NotApproved !NotApproved !NotApproved !NotApproved !NotApproved
                !NotApproved !NotApproved !NotApproved !NotApproved !NotApproved !NotApproved
                """);
        table.put(
                new ApproveUnanswered(SKETCHES, RELEASE, DUE),
                "!UnknownMilestone . . . . . +MilestoneApproved . . . . .");
        table.put(
                new ConfirmPayment(SKETCHES, RELEASE, PAYMENT),
                """
                !UnknownMilestone !NotApproved !NotApproved !NotApproved !NotApproved !NotApproved
                !NotApproved !NotApproved +MilestonePaid . !NotApproved !NotApproved
                """);
        table.put(
                new GiveUpMilestone(SKETCHES, CLIENT, ACTIVE, NOON),
                """
                !UnknownMilestone +MilestoneCancelled +MilestoneCancelled +MilestoneCancelled
                +MilestoneCancelled !WorkUnderWay !WorkUnderWay !WorkUnderWay
                !AlreadyApproved !AlreadyApproved . .
                """);
        table.put(
                new CancelMilestone(SKETCHES, CancellationReason.FUNDING_TIMEOUT, NOON),
                """
                !UnknownMilestone +MilestoneCancelled +MilestoneCancelled +MilestoneCancelled
                +MilestoneCancelled !WorkUnderWay !WorkUnderWay !WorkUnderWay
                !AlreadyApproved !AlreadyApproved . .
                """);
        table.put(
                new ConfirmRefund(SKETCHES, ESCROW, NOON),
                """
                !UnknownMilestone !NotCancelled !NotCancelled !NotCancelled !NotCancelled
                !NotCancelled !NotCancelled !NotCancelled !NotCancelled !NotCancelled
                +MilestoneRefunded .
                """);
        return table;
    }

    static final List<MilestoneCommand> COMMANDS = List.copyOf(TABLE.keySet());

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void decidesInEveryState(MilestoneCommand command) {
        var expected = TABLE.getOrDefault(command, "").strip().split("\\s+");

        var decisions = STATES.stream().map(state -> inShort(command, state)).toList();

        assertThat(decisions).containsExactly(expected);
    }

    @Test
    void knowsEveryCommandAndState() {
        assertThat(COMMANDS.stream().map(Object::getClass).distinct())
                .hasSameSizeAs(leaves(MilestoneCommand.class));
        assertThat(STATES.stream().map(Object::getClass).distinct())
                .hasSameSizeAs(leaves(Milestone.class));
    }

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void leavesToEachSideWhatIsReservedForIt(MilestoneCommand command) {
        if (command instanceof ByParty asked) {
            var wrong = asked.reservedFor() == CLIENT ? TALENT : CLIENT;
            for (var state : STATES) {
                assertThat(MilestoneDeciderTest.decision(asBy(asked, wrong), state))
                        .isEqualTo(reject(new ReservedFor(asked.reservedFor())));
            }
        }
    }

    @Test
    void whateverIsAskedAcceptedEventsEvolveAndARepetitionChangesNothing() {
        var decider = new MilestoneDecider();
        Seeds.forAll(
                1_000,
                any -> {
                    Milestone state = decider.initial();
                    for (var command : any.listOf(25, () -> any.oneOf(COMMANDS))) {
                        state = accepted(decider, command, state);
                        if (!(command instanceof SubmitWork
                                || command instanceof RequestRevision)) {
                            assertThat(accepted(decider, command, state)).isEqualTo(state);
                        }
                    }
                });
    }

    private static Milestone accepted(
            MilestoneDecider decider, MilestoneCommand command, Milestone state) {
        var next = state;
        if (decider.decide(command, state) instanceof Decision.Accepted(var events)) {
            for (var event : events) {
                next = decider.evolve(next, event);
            }
        }
        return next;
    }

    private static String inShort(MilestoneCommand command, Milestone state) {
        return switch (MilestoneDeciderTest.decision(command, state)) {
            case Decision.Rejected(var reason) -> "!" + reason.getClass().getSimpleName();
            case Decision.Accepted(var events) when events.isEmpty() -> ".";
            case Decision.Accepted(var events) ->
                    events.stream()
                            .map(event -> "+" + event.getClass().getSimpleName())
                            .collect(Collectors.joining());
        };
    }

    private static MilestoneCommand asBy(ByParty asked, ContractRole by) {
        return switch (asked) {
            case AddMilestone c -> new AddMilestone(by, c.plan(), c.budget(), c.at());
            case EditMilestone c ->
                    new EditMilestone(
                            c.id(), by, c.title(), c.amount(), c.dueInDays(), c.budget(), c.at());
            case RequestFunding c ->
                    new RequestFunding(
                            c.id(), by, c.contract(), c.escrow(), c.fundBefore(), c.at());
            case StartWork c -> new StartWork(c.id(), by, c.at());
            case SubmitWork c ->
                    new SubmitWork(c.id(), by, c.user(), c.notes(), c.autoApproveAt(), c.at());
            case RequestRevision c -> new RequestRevision(c.id(), by, c.user(), c.reason(), c.at());
            case ReleasePart c -> new ReleasePart(c.id(), by, c.release(), c.amount(), c.at());
            case ApproveWork c -> new ApproveWork(c.id(), by, c.release(), c.at());
        };
    }

    /** The records below a sealed interface. */
    static List<Class<?>> leaves(Class<?> type) {
        if (!type.isSealed()) {
            return List.of(type);
        }
        var leaves = new ArrayList<Class<?>>();
        for (var part : type.getPermittedSubclasses()) {
            leaves.addAll(leaves(part));
        }
        return leaves.stream().distinct().toList();
    }
}
