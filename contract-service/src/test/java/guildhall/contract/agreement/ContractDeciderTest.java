package guildhall.contract.agreement;

import static guildhall.contract.agreement.SampleContracts.*;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import guildhall.contract.agreement.Contract.*;
import guildhall.contract.agreement.ContractCommand.*;
import guildhall.contract.agreement.ContractEvent.*;
import guildhall.contract.agreement.ContractRejection.*;
import guildhall.messages.money.Money;
import guildhall.runtime.decide.Decision;
import guildhall.testkit.Seeds;
import guildhall.testkit.Specification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ContractDeciderTest {
    static final Instant LATER = NOON.plus(Duration.ofHours(1));
    static final ActivateContract ACTIVATE = new ActivateContract(CONTRACT, LATER);
    static final RequestCancellation CLIENT_BACKS_OUT =
            new RequestCancellation(CONTRACT, ContractRole.CLIENT, LATER);
    static final ConfirmCancellation TIMEOUT =
            new ConfirmCancellation(CONTRACT, CancellationReason.FUNDING_TIMEOUT, LATER);
    static final SettleContract SETTLE_OPEN = settle(1, PRICE);
    static final SettleContract SETTLE_PAID = settle(0, usd(30_000));
    static final SettleContract SETTLE_UNPAID = settle(0, usd(0));

    final ContractDecider decider = new ContractDecider();
    final Specification<
                    ContractCommand,
                    Contract,
                    ContractEvent,
                    Decision<ContractEvent, ContractRejection>>
            contract = Specification.of(decider.initial(), decider::decide, decider::evolve);

    @Test
    void becomesReadyForFundingBecauseBothSidesAcceptedTheProposal() {
        contract.given()
                .when(draft(AGREEMENT, false))
                .then(
                        accept(
                                new ContractDrafted(AGREEMENT, NOON),
                                new ContractReadyForFunding(FUND_BEFORE, NOON)));
    }

    @Test
    void refusesTermsWhoseMilestonesDoNotAddUp() {
        var tooCheap = agreement(usd(90_001), TERMS);

        contract.given()
                .when(draft(tooCheap, false))
                .then(accept(refused(tooCheap, CancellationReason.INVALID_TERMS)));
    }

    @Test
    void refusesTermsThatOverflow() {
        var huge = new PlannedWork("Everything", usd(Long.MAX_VALUE), 1);
        var terms = new Terms(1, List.of(huge, huge), NOON);
        var impossible = agreement(usd(Long.MAX_VALUE), terms);

        contract.given()
                .when(draft(impossible, false))
                .then(accept(refused(impossible, CancellationReason.INVALID_TERMS)));
    }

    @Test
    void refusesTermsInTwoCurrencies() {
        var euros = new PlannedWork("Logo", Money.of(90_000, "EUR"), 14);
        var mixed = agreement(PRICE, new Terms(1, List.of(euros), NOON));

        contract.given()
                .when(draft(mixed, false))
                .then(accept(refused(mixed, CancellationReason.INVALID_TERMS)));
    }

    @Test
    void refusesWorkWithoutPriceOrTime() {
        var free = new PlannedWork("Favour", usd(0), 1);
        var all = new PlannedWork("Logo", PRICE, 14);
        var forFree = agreement(PRICE, new Terms(1, List.of(all, free), NOON));
        var atOnce = new PlannedWork("Logo", PRICE, 0);
        var yesterday = agreement(PRICE, new Terms(1, List.of(atOnce), NOON));

        contract.given()
                .when(draft(forFree, false))
                .then(accept(refused(forFree, CancellationReason.INVALID_TERMS)));
        contract.given()
                .when(draft(yesterday, false))
                .then(accept(refused(yesterday, CancellationReason.INVALID_TERMS)));
    }

    @Test
    void refusesAContractWithOneself() {
        var selfish = agreement(CLIENT, CLIENT, PRICE, TERMS);

        contract.given()
                .when(draft(selfish, false))
                .then(accept(refused(selfish, CancellationReason.INVALID_TERMS)));
    }

    @Test
    void refusesToHireTheSameTalentTwiceForAJob() {
        contract.given()
                .when(draft(AGREEMENT, true))
                .then(accept(refused(AGREEMENT, CancellationReason.ALREADY_HIRED)));
    }

    /** Every command in every state that it can meet; {@link #knowsEveryPair} counts them. */
    record Row(Contract state, ContractCommand command, Decision<ContractEvent, ?> decision) {}

    static final List<Row> ROWS = rows();

    static List<Row> rows() {
        var rows = new ArrayList<Row>();
        var absent = new Absent();
        var cancelled = new ContractCancelled(CancellationReason.FUNDING_TIMEOUT, LATER);
        var byClient = CancellationReason.CLIENT;
        // Draft: leaves at once, but may be met in the middle of a decision.
        rows.add(row(DRAFT, draft(AGREEMENT, false), accept()));
        rows.add(row(DRAFT, ACTIVATE, reject(new NoLongerPending())));
        rows.add(row(DRAFT, CLIENT_BACKS_OUT, accept(new ContractCancelled(byClient, LATER))));
        rows.add(row(DRAFT, TIMEOUT, accept(cancelled)));
        rows.add(row(DRAFT, SETTLE_UNPAID, reject(new NeverActive())));

        rows.add(row(PENDING, draft(AGREEMENT, false), accept()));
        rows.add(row(PENDING, ACTIVATE, accept(new ContractActivated(LATER))));
        rows.add(
                row(PENDING, CLIENT_BACKS_OUT, accept(new CancellationRequested(byClient, LATER))));
        rows.add(row(PENDING, TIMEOUT, accept(cancelled)));
        rows.add(row(PENDING, SETTLE_UNPAID, reject(new NeverActive())));

        rows.add(row(CANCELLING, draft(AGREEMENT, false), accept()));
        rows.add(row(CANCELLING, ACTIVATE, reject(new NoLongerPending())));
        rows.add(row(CANCELLING, CLIENT_BACKS_OUT, accept()));
        rows.add(
                row(
                        CANCELLING,
                        TIMEOUT,
                        accept(new ContractCancelled(CancellationReason.TALENT, LATER))));
        rows.add(row(CANCELLING, SETTLE_UNPAID, reject(new NeverActive())));

        rows.add(row(ACTIVE, draft(AGREEMENT, false), accept()));
        rows.add(row(ACTIVE, ACTIVATE, accept()));
        rows.add(row(ACTIVE, CLIENT_BACKS_OUT, reject(new AlreadyActive())));
        rows.add(row(ACTIVE, TIMEOUT, reject(new AlreadyActive())));
        rows.add(row(ACTIVE, SETTLE_OPEN, accept()));
        rows.add(row(ACTIVE, SETTLE_PAID, accept(new ContractCompleted(usd(30_000), LATER))));
        rows.add(row(ACTIVE, SETTLE_UNPAID, accept(new ContractTerminated(LATER))));

        for (var over : List.of(COMPLETED, TERMINATED)) {
            rows.add(row(over, draft(AGREEMENT, false), accept()));
            rows.add(row(over, ACTIVATE, accept()));
            rows.add(row(over, CLIENT_BACKS_OUT, reject(new AlreadyEnded())));
            rows.add(row(over, TIMEOUT, reject(new AlreadyEnded())));
            rows.add(row(over, SETTLE_PAID, accept()));
        }

        rows.add(row(CANCELLED, draft(AGREEMENT, false), accept()));
        rows.add(row(CANCELLED, ACTIVATE, reject(new NoLongerPending())));
        rows.add(row(CANCELLED, CLIENT_BACKS_OUT, accept()));
        rows.add(row(CANCELLED, TIMEOUT, accept()));
        rows.add(row(CANCELLED, SETTLE_UNPAID, reject(new NeverActive())));

        rows.add(
                row(
                        absent,
                        draft(AGREEMENT, true),
                        accept(refused(AGREEMENT, CancellationReason.ALREADY_HIRED))));
        rows.add(row(absent, ACTIVATE, reject(new UnknownContract())));
        rows.add(row(absent, CLIENT_BACKS_OUT, reject(new UnknownContract())));
        rows.add(row(absent, TIMEOUT, reject(new UnknownContract())));
        rows.add(row(absent, SETTLE_UNPAID, reject(new UnknownContract())));
        return rows;
    }

    @ParameterizedTest
    @FieldSource("ROWS")
    void decides(Row row) {
        assertThat(decider.decide(row.command(), row.state())).isEqualTo(row.decision());
    }

    @Test
    void knowsEveryPair() {
        var pairs = ROWS.stream().map(r -> List.of(r.state().getClass(), r.command().getClass()));

        assertThat(pairs.distinct()).hasSize(8 * 5);
    }

    @Test
    void endsAsItShould() {
        contract.given(drafted(), ready(), new ContractActivated(NOON)).leadsTo(ACTIVE);
        contract.given(drafted(), ready(), requested()).leadsTo(CANCELLING);
        contract.given(
                        drafted(),
                        ready(),
                        requested(),
                        new ContractCancelled(CancellationReason.TALENT, NOON))
                .leadsTo(CANCELLED);
        contract.given(
                        drafted(),
                        ready(),
                        new ContractActivated(NOON),
                        new ContractCompleted(PRICE, NOON))
                .leadsTo(COMPLETED);
        contract.given(refused(AGREEMENT, CancellationReason.TALENT)).leadsTo(CANCELLED);
    }

    @Test
    void refusesToReplayAnEventThatCannotFollow() {
        assertThatIllegalStateException()
                .isThrownBy(() -> contract.given(new ContractActivated(NOON)));
        assertThatIllegalStateException()
                .isThrownBy(() -> decider.evolve(CANCELLING, new ContractActivated(NOON)));
    }

    @Test
    void whateverIsAskedAcceptedEventsEvolveAndARepetitionChangesNothing() {
        Seeds.forAll(
                500,
                any -> {
                    Contract state = decider.initial();
                    for (var command : any.listOf(12, () -> anyCommand(any))) {
                        state = accepted(command, state);
                        assertThat(accepted(command, state)).isEqualTo(state);
                    }
                });
    }

    private Contract accepted(ContractCommand command, Contract state) {
        return switch (decider.decide(command, state)) {
            case Decision.Rejected<?, ?> _ -> state;
            case Decision.Accepted(var events) -> {
                var next = state;
                for (var event : events) {
                    next = decider.evolve(next, event);
                }
                yield next;
            }
        };
    }

    private static ContractCommand anyCommand(Seeds any) {
        return any.oneOf(
                draft(AGREEMENT, any.chance(10)),
                ACTIVATE,
                CLIENT_BACKS_OUT,
                TIMEOUT,
                SETTLE_OPEN,
                SETTLE_PAID,
                SETTLE_UNPAID);
    }

    private static Row row(
            Contract state, ContractCommand command, Decision<ContractEvent, ?> decision) {
        return new Row(state, command, decision);
    }

    private static DraftContract draft(Agreement agreement, boolean alreadyHired) {
        return new DraftContract(agreement, alreadyHired, FUND_BEFORE, NOON);
    }

    private static ContractEvent refused(Agreement agreement, CancellationReason reason) {
        return new ContractRefused(agreement, reason, NOON);
    }

    private static ContractEvent drafted() {
        return new ContractDrafted(AGREEMENT, NOON);
    }

    private static ContractEvent ready() {
        return new ContractReadyForFunding(FUND_BEFORE, NOON);
    }

    private static ContractEvent requested() {
        return new CancellationRequested(CancellationReason.TALENT, NOON);
    }

    private static SettleContract settle(int open, Money paid) {
        return new SettleContract(CONTRACT, new Tally(open, paid), LATER);
    }
}
