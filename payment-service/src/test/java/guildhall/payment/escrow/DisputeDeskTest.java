package guildhall.payment.escrow;

import static guildhall.payment.escrow.EscrowDeskTest.EARNED;
import static guildhall.payment.escrow.EscrowDeskTest.FEES;
import static guildhall.payment.escrow.EscrowDeskTest.LOCKED;
import static guildhall.payment.escrow.EscrowDeskTest.PAIR;
import static guildhall.payment.escrow.EscrowDeskTest.WALLET;
import static guildhall.payment.escrow.EscrowDeskTest.journal;
import static guildhall.payment.escrow.EscrowDeskTest.journals;
import static guildhall.payment.escrow.EscrowFixtures.DISPUTE;
import static guildhall.payment.escrow.EscrowFixtures.ESCROW;
import static guildhall.payment.escrow.EscrowFixtures.LATER;
import static guildhall.payment.escrow.EscrowFixtures.POLICY;
import static guildhall.payment.escrow.EscrowFixtures.RELEASE;
import static guildhall.payment.escrow.EscrowFixtures.TERMS;
import static guildhall.payment.escrow.EscrowFixtures.USD;
import static guildhall.payment.escrow.EscrowFixtures.freeze;
import static guildhall.payment.escrow.EscrowFixtures.fund;
import static guildhall.payment.escrow.EscrowFixtures.release;
import static guildhall.payment.escrow.EscrowFixtures.returnToWork;
import static guildhall.payment.escrow.EscrowFixtures.split;
import static guildhall.payment.escrow.EscrowFixtures.unfreeze;
import static guildhall.payment.escrow.EscrowFixtures.usd;
import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.ReleaseId;
import guildhall.payment.clearing.HoldBook;
import guildhall.payment.clearing.RecalledHold;
import guildhall.payment.clearing.SafetyHold;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.DisputeHold;
import guildhall.payment.ledger.AccountBalance;
import guildhall.payment.ledger.Postings;
import guildhall.payment.ledger.Reason;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a dispute does to the books: 400 of 1000 dollars were released, minus a fee of 80. */
class DisputeDeskTest {
    static final Account FROZEN = new DisputeHold(ESCROW, USD);
    static final ReleaseId TALENTS_PART = new ReleaseId(new UUID(0, 0xa9));
    static final SafetyHold HOLD =
            new SafetyHold(
                    ESCROW,
                    RELEASE,
                    TERMS.payee(),
                    usd(320_00),
                    "Logo",
                    LATER.plus(Duration.ofDays(7)));

    final EscrowDesk desk = afterARelease();

    @Test
    void takesBackWhatThePayeeCannotSpendYetTogetherWithTheFee() {
        var answer = desk.handle(freeze(DISPUTE));

        var movement =
                new Movement.Freeze(
                        DISPUTE, usd(1_000_00), usd(600_00), usd(0), List.of(RELEASE), LATER);
        assertThat(answer).isEqualTo(new EscrowAnswer.Frozen(ESCROW, TERMS, movement));
        assertThat(journals(desk).getLast())
                .isEqualTo(
                        journal(
                                "frozen:" + DISPUTE,
                                Reason.DISPUTE_FREEZE,
                                LATER,
                                debit(LOCKED, usd(600_00)),
                                debit(EARNED, usd(320_00)),
                                debit(FEES, usd(80_00)),
                                credit(FROZEN, usd(1_000_00))));
        assertThat(desk.billed()).isEmpty();
        assertThat(desk.holds().changed())
                .isEqualTo(new HoldBook.Locked(List.of(), List.of(new RecalledHold(HOLD, LATER))));
    }

    @Test
    void putsEverythingBackWhenTheDisputeIsWithdrawn() {
        desk.handle(freeze(DISPUTE));

        var later = new EscrowOrder.Unfreeze(ESCROW, DISPUTE, LATER.plusSeconds(60));
        desk.handle(later);

        assertThat(journals(desk).getLast())
                .isEqualTo(
                        journal(
                                "unfrozen:" + DISPUTE,
                                Reason.DISPUTE_OUTCOME,
                                later.at(),
                                debit(FROZEN, usd(1_000_00)),
                                credit(LOCKED, usd(600_00)),
                                credit(EARNED, usd(320_00)),
                                credit(FEES, usd(80_00))));
        assertThat(desk.billed()).isEqualTo(Map.of(PAIR, usd(400_00)));
        var resumed =
                new SafetyHold(
                        ESCROW,
                        RELEASE,
                        TERMS.payee(),
                        usd(320_00),
                        "Logo",
                        HOLD.clearsAt().plusSeconds(60));
        assertThat(desk.holds().changed())
                .isEqualTo(new HoldBook.Locked(List.of(resumed), List.of()));
    }

    @Test
    void holdsEverythingAgainWhenTheWorkGoesOn() {
        desk.handle(freeze(DISPUTE));

        desk.handle(returnToWork(DISPUTE));

        assertThat(journals(desk).getLast().entries())
                .containsExactly(debit(FROZEN, usd(1_000_00)), credit(LOCKED, usd(1_000_00)));
        assertThat(desk.billed()).isEmpty();
    }

    @Test
    void paysBothSidesInOneJournalAndTheFeeOnThePayeesPartOnly() {
        desk.handle(freeze(DISPUTE));

        var answer = desk.handle(split(TALENTS_PART, 400_00, 600_00));

        // The billing of the recalled release is gone: 20 % of 500 and 10 % of 100 dollars.
        var part =
                new Movement.Release(
                        TALENTS_PART, usd(600_00), usd(110_00), usd(0), "talent-1", usd(0), LATER);
        assertThat(answer)
                .isEqualTo(
                        new EscrowAnswer.Split(
                                ESCROW,
                                TERMS,
                                new Movement.Split(DISPUTE, usd(400_00), usd(0), part, LATER)));
        assertThat(journals(desk).getLast())
                .isEqualTo(
                        journal(
                                "split:" + DISPUTE,
                                Reason.DISPUTE_OUTCOME,
                                LATER,
                                debit(FROZEN, usd(1_000_00)),
                                credit(WALLET, usd(400_00)),
                                credit(EARNED, usd(490_00)),
                                credit(FEES, usd(110_00))));
        assertThat(desk.billed()).isEqualTo(Map.of(PAIR, usd(600_00)));
        assertThat(desk.holds().added().getLast().amount()).isEqualTo(usd(490_00));
    }

    @Test
    void givesEverythingToThePayerWithoutAFeeOrAHold() {
        desk.handle(freeze(DISPUTE));

        desk.handle(split(TALENTS_PART, 1_000_00, 0));

        assertThat(journals(desk).getLast().entries())
                .containsExactly(debit(FROZEN, usd(1_000_00)), credit(WALLET, usd(1_000_00)));
        assertThat(desk.billed()).isEmpty();
        assertThat(desk.holds().added()).containsExactly(HOLD);
    }

    @Test
    void answersARepeatedOrderAsTheFirstTimeAndMovesNothing() {
        var first = desk.handle(freeze(DISPUTE));
        assertThat(desk.handle(freeze(DISPUTE))).isEqualTo(first);
        var divided = desk.handle(split(TALENTS_PART, 400_00, 600_00));

        assertThat(desk.handle(freeze(DISPUTE))).isEqualTo(first);
        assertThat(desk.handle(split(TALENTS_PART, 400_00, 600_00))).isEqualTo(divided);
        assertThat(desk.handle(unfreeze(DISPUTE)))
                .isEqualTo(
                        new EscrowAnswer.OutcomeRejected(
                                ESCROW, DISPUTE, new EscrowRejection.NotFrozen(), LATER));
        assertThat(journals(desk)).hasSize(4);
    }

    @Test
    void locksWhatEachOrderCouldTouch() {
        assertThat(EscrowScope.of(POLICY.fees(), List.of(freeze(DISPUTE)), desk.changed()))
                .isEqualTo(
                        new EscrowScope(
                                Set.of(LOCKED, FROZEN, EARNED, FEES),
                                Set.of(PAIR),
                                Set.of(ESCROW)));
        assertThat(EscrowScope.of(POLICY.fees(), List.of(unfreeze(DISPUTE)), desk.changed()))
                .isEqualTo(
                        new EscrowScope(
                                Set.of(LOCKED, FROZEN, EARNED, FEES),
                                Set.of(PAIR),
                                Set.of(ESCROW)));
        assertThat(EscrowScope.of(POLICY.fees(), List.of(returnToWork(DISPUTE)), desk.changed()))
                .isEqualTo(new EscrowScope(Set.of(LOCKED, FROZEN), Set.of(), Set.of()));
        assertThat(EscrowScope.of(POLICY.fees(), List.of(split(RELEASE, 1, 1)), desk.changed()))
                .isEqualTo(
                        new EscrowScope(
                                Set.of(FROZEN, WALLET, EARNED, FEES), Set.of(PAIR), Set.of()));
        assertThat(EscrowScope.of(POLICY.fees(), List.of(freeze(DISPUTE)), Map.of()))
                .isEqualTo(new EscrowScope(Set.of(), Set.of(), Set.of()));
    }

    static EscrowDesk afterARelease() {
        var balances = new HashMap<>(EscrowDeskTest.balances(1_000_00));
        balances.put(FROZEN, AccountBalance.UNUSED);
        var desk =
                new EscrowDesk(
                        POLICY,
                        new EscrowDesk.Locked(
                                Map.of(),
                                Map.of(PAIR, usd(0)),
                                new HoldBook(HoldBook.Locked.NOTHING),
                                Map.of()),
                        new Postings(balances));
        desk.handle(fund(1));
        desk.handle(release(RELEASE, 400_00));
        return desk;
    }
}
