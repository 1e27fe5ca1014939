package guildhall.payment.reconciliation;

import static guildhall.payment.reconciliation.ReconciliationFixtures.ANN;
import static guildhall.payment.reconciliation.ReconciliationFixtures.BOB;
import static guildhall.payment.reconciliation.ReconciliationFixtures.DIFFERENCE;
import static guildhall.payment.reconciliation.ReconciliationFixtures.NOON;
import static guildhall.payment.reconciliation.ReconciliationFixtures.entry;
import static guildhall.payment.reconciliation.ReconciliationFixtures.movement;
import static guildhall.payment.reconciliation.ReconciliationFixtures.proposal;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.payment.reconciliation.Difference.Absent;
import guildhall.payment.reconciliation.Difference.Open;
import guildhall.payment.reconciliation.Difference.Outcome.Decided;
import guildhall.payment.reconciliation.Difference.Outcome.Explained;
import guildhall.payment.reconciliation.Difference.Proposed;
import guildhall.payment.reconciliation.Difference.Settled;
import guildhall.payment.reconciliation.DifferenceCommand.ApproveSettlement;
import guildhall.payment.reconciliation.DifferenceCommand.Explain;
import guildhall.payment.reconciliation.DifferenceCommand.NoteDifference;
import guildhall.payment.reconciliation.DifferenceCommand.ProposeSettlement;
import guildhall.payment.reconciliation.DifferenceCommand.RejectSettlement;
import guildhall.payment.reconciliation.DifferenceEvent.DifferenceExplained;
import guildhall.payment.reconciliation.DifferenceEvent.DifferenceFound;
import guildhall.payment.reconciliation.DifferenceEvent.SettlementApproved;
import guildhall.payment.reconciliation.DifferenceEvent.SettlementProposed;
import guildhall.payment.reconciliation.DifferenceEvent.SettlementRejected;
import guildhall.payment.reconciliation.DifferenceRejection.AlreadySettled;
import guildhall.payment.reconciliation.DifferenceRejection.NothingProposed;
import guildhall.payment.reconciliation.DifferenceRejection.ProposalPending;
import guildhall.payment.reconciliation.DifferenceRejection.SamePerson;
import guildhall.payment.reconciliation.DifferenceRejection.SettlementDoesNotFit;
import guildhall.payment.reconciliation.DifferenceRejection.UnknownDifference;
import guildhall.payment.reconciliation.Finding.Missing;
import guildhall.payment.reconciliation.Finding.Unexplained;
import guildhall.payment.reconciliation.Settlement.Reversal;
import guildhall.payment.reconciliation.Settlement.ToMovement;
import guildhall.payment.reconciliation.Settlement.ToWallet;
import guildhall.payment.reconciliation.Settlement.WriteOff;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DifferenceDeciderTest {
    static final DifferenceDecider DECIDER = new DifferenceDecider();
    static final Finding UNEXPLAINED = new Unexplained(entry(500));
    static final Finding MISSING = new Missing(movement(500));
    static final Party TALENT = new Party(PartyType.TALENT, new UUID(5, 1));
    static final Proposal WRITE_OFF = proposal(new WriteOff());

    static final Difference ABSENT = new Absent();
    static final Difference OPEN = new Open(DIFFERENCE, UNEXPLAINED, NOON);
    static final Difference OPEN_MISSING = new Open(DIFFERENCE, MISSING, NOON);
    static final Difference PROPOSED = new Proposed(DIFFERENCE, UNEXPLAINED, NOON, WRITE_OFF);
    static final Difference SETTLED =
            new Settled(DIFFERENCE, UNEXPLAINED, NOON, new Explained(NOON));

    static final DifferenceCommand NOTE = new NoteDifference(DIFFERENCE, UNEXPLAINED, NOON);
    static final DifferenceCommand PROPOSE = new ProposeSettlement(DIFFERENCE, WRITE_OFF);
    static final DifferenceCommand APPROVE = new ApproveSettlement(DIFFERENCE, BOB, NOON);
    static final DifferenceCommand REJECT = new RejectSettlement(DIFFERENCE, BOB, NOON);
    static final DifferenceCommand EXPLAIN = new Explain(DIFFERENCE, NOON);

    @Test
    void notesADifferenceOnce() {
        assertThat(DECIDER.decide(NOTE, ABSENT))
                .isEqualTo(accept(new DifferenceFound(DIFFERENCE, UNEXPLAINED, NOON)));
        for (var known : List.of(OPEN, PROPOSED, SETTLED)) {
            assertThat(DECIDER.decide(NOTE, known)).isEqualTo(accept());
        }
    }

    @Test
    void takesOneProposalAtATime() {
        assertThat(DECIDER.decide(PROPOSE, OPEN))
                .isEqualTo(accept(new SettlementProposed(DIFFERENCE, WRITE_OFF)));
        assertThat(DECIDER.decide(PROPOSE, PROPOSED)).isEqualTo(reject(new ProposalPending()));
        assertThat(DECIDER.decide(PROPOSE, SETTLED)).isEqualTo(reject(new AlreadySettled()));
        assertThat(DECIDER.decide(PROPOSE, ABSENT)).isEqualTo(reject(new UnknownDifference()));
    }

    @Test
    void takesOnlyWhatFitsAnUnexplainedEntry() {
        assertThat(isTaken(new WriteOff(), OPEN)).isTrue();
        assertThat(isTaken(new ToWallet(TALENT), OPEN)).isTrue();
        assertThat(isTaken(new ToMovement(movement(495)), OPEN)).isTrue();
        assertThat(isTaken(new ToWallet(Party.PLATFORM), OPEN)).isFalse();
        assertThat(isTaken(new ToMovement(movement(-500)), OPEN)).isFalse();
        assertThat(isTaken(new ToMovement(inEuro()), OPEN)).isFalse();
        assertThat(isTaken(new Reversal(), OPEN)).isFalse();
    }

    @Test
    void takesOnlyWhatFitsAMissingMovement() {
        assertThat(isTaken(new WriteOff(), OPEN_MISSING)).isTrue();
        assertThat(isTaken(new Reversal(), OPEN_MISSING)).isTrue();
        assertThat(isTaken(new ToWallet(TALENT), OPEN_MISSING)).isFalse();
        assertThat(isTaken(new ToMovement(movement(500)), OPEN_MISSING)).isFalse();
    }

    @Test
    void needsTwoPersons() {
        var own = new ApproveSettlement(DIFFERENCE, ANN, NOON);

        assertThat(DECIDER.decide(own, PROPOSED)).isEqualTo(reject(new SamePerson()));
        assertThat(DECIDER.decide(APPROVE, PROPOSED))
                .isEqualTo(
                        accept(
                                new SettlementApproved(
                                        DIFFERENCE, UNEXPLAINED, WRITE_OFF, BOB, NOON)));
    }

    @Test
    void approvesNothingThatNobodyProposed() {
        assertThat(DECIDER.decide(APPROVE, OPEN)).isEqualTo(reject(new NothingProposed()));
        assertThat(DECIDER.decide(APPROVE, SETTLED)).isEqualTo(reject(new AlreadySettled()));
        assertThat(DECIDER.decide(APPROVE, ABSENT)).isEqualTo(reject(new UnknownDifference()));
    }

    @Test
    void letsAnybodyRejectAProposal() {
        var own = new RejectSettlement(DIFFERENCE, ANN, NOON);

        assertThat(DECIDER.decide(REJECT, PROPOSED))
                .isEqualTo(accept(new SettlementRejected(DIFFERENCE, BOB, NOON)));
        assertThat(DECIDER.decide(own, PROPOSED))
                .isEqualTo(accept(new SettlementRejected(DIFFERENCE, ANN, NOON)));
        assertThat(DECIDER.decide(REJECT, OPEN)).isEqualTo(reject(new NothingProposed()));
        assertThat(DECIDER.decide(REJECT, SETTLED)).isEqualTo(reject(new AlreadySettled()));
        assertThat(DECIDER.decide(REJECT, ABSENT)).isEqualTo(reject(new UnknownDifference()));
    }

    @Test
    void isSettledByItsCounterpartUnlessSomebodyWasFaster() {
        var explained = accept(new DifferenceExplained(DIFFERENCE, UNEXPLAINED, NOON));

        assertThat(DECIDER.decide(EXPLAIN, OPEN)).isEqualTo(explained);
        assertThat(DECIDER.decide(EXPLAIN, PROPOSED)).isEqualTo(explained);
        assertThat(DECIDER.decide(EXPLAIN, SETTLED)).isEqualTo(reject(new AlreadySettled()));
        assertThat(DECIDER.decide(EXPLAIN, ABSENT)).isEqualTo(reject(new UnknownDifference()));
    }

    @Test
    void goesFromStateToState() {
        var found = new DifferenceFound(DIFFERENCE, UNEXPLAINED, NOON);
        var approved = new SettlementApproved(DIFFERENCE, UNEXPLAINED, WRITE_OFF, BOB, NOON);
        var explained = new DifferenceExplained(DIFFERENCE, UNEXPLAINED, NOON);

        assertThat(DECIDER.initial()).isEqualTo(ABSENT);
        assertThat(DECIDER.evolve(ABSENT, found)).isEqualTo(OPEN);
        assertThat(DECIDER.evolve(OPEN, new SettlementProposed(DIFFERENCE, WRITE_OFF)))
                .isEqualTo(PROPOSED);
        assertThat(DECIDER.evolve(PROPOSED, new SettlementRejected(DIFFERENCE, BOB, NOON)))
                .isEqualTo(OPEN);
        assertThat(DECIDER.evolve(PROPOSED, approved))
                .isEqualTo(
                        new Settled(
                                DIFFERENCE, UNEXPLAINED, NOON, new Decided(WRITE_OFF, BOB, NOON)));
        assertThat(DECIDER.evolve(OPEN, explained)).isEqualTo(SETTLED);
        assertThat(DECIDER.evolve(PROPOSED, explained)).isEqualTo(SETTLED);
        assertThatThrownBy(() -> DECIDER.evolve(SETTLED, approved))
                .isInstanceOf(IllegalStateException.class);
    }

    private static boolean isTaken(Settlement settlement, Difference difference) {
        var proposal = proposal(settlement);
        var decision = DECIDER.decide(new ProposeSettlement(DIFFERENCE, proposal), difference);
        assertThat(decision)
                .isIn(
                        accept(new SettlementProposed(DIFFERENCE, proposal)),
                        reject(new SettlementDoesNotFit()));
        return decision.equals(accept(new SettlementProposed(DIFFERENCE, proposal)));
    }

    private static CashMovement inEuro() {
        var movement = movement(500);
        return new CashMovement(
                movement.line(),
                movement.source(),
                movement.change(),
                Currency.getInstance("EUR"),
                NOON);
    }
}
