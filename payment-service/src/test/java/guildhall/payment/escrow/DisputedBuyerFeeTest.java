package guildhall.payment.escrow;

import static guildhall.payment.escrow.EscrowFixtures.ACME;
import static guildhall.payment.escrow.EscrowFixtures.DISPUTE;
import static guildhall.payment.escrow.EscrowFixtures.ESCROW;
import static guildhall.payment.escrow.EscrowFixtures.GIG;
import static guildhall.payment.escrow.EscrowFixtures.LATER;
import static guildhall.payment.escrow.EscrowFixtures.RELEASE;
import static guildhall.payment.escrow.EscrowFixtures.SCHEDULE;
import static guildhall.payment.escrow.EscrowFixtures.TALENT;
import static guildhall.payment.escrow.EscrowFixtures.USD;
import static guildhall.payment.escrow.EscrowFixtures.terms;
import static guildhall.payment.escrow.EscrowFixtures.usd;
import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.payment.escrow.EscrowEvent.EscrowFrozen;
import guildhall.payment.escrow.EscrowEvent.EscrowUnfrozen;
import guildhall.payment.escrow.EscrowEvent.FrozenFundsSplit;
import guildhall.payment.escrow.EscrowEvent.Returned;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.BuyerFeeDeferred;
import guildhall.payment.ledger.Account.DisputeHold;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Account.InEscrow;
import guildhall.payment.ledger.Account.Pending;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules 6 and 7 for an escrow whose buyer paid a fee: it follows the money that it is for. */
class DisputedBuyerFeeTest {
    static final FundingTerms ORDER = terms(1_000_00, GIG, TeamSplit.NOBODY);
    static final Movement.Release RELEASED =
            new Movement.Release(
                    RELEASE, usd(400_00), usd(80_00), usd(20_00), "talent-1", usd(600_00), LATER);
    static final Account HELD = new InEscrow(ESCROW, USD);
    static final Account FROZEN = new DisputeHold(ESCROW, USD);
    static final Account DEFERRED = new BuyerFeeDeferred(ESCROW, USD);
    static final Account EARNED = new Pending(TALENT, USD);
    static final Account REVENUE = new FeeRevenue(USD);

    @Test
    void defersWhatARecalledReleaseHadEarned() {
        var frozen = new EscrowFrozen(ESCROW, DISPUTE, usd(600_00), List.of(RELEASED), LATER);

        assertThat(DisputeJournals.frozen(frozen, ORDER).entries())
                .containsExactly(
                        debit(HELD, usd(600_00)),
                        debit(EARNED, usd(320_00)),
                        debit(REVENUE, usd(100_00)),
                        credit(FROZEN, usd(1_000_00)),
                        credit(DEFERRED, usd(20_00)));
    }

    @Test
    void earnsItAgainWhenTheDisputeIsWithdrawn() {
        var unfrozen = new EscrowUnfrozen(ESCROW, DISPUTE, usd(600_00), List.of(RELEASED), LATER);

        assertThat(DisputeJournals.unfrozen(unfrozen, ORDER).entries())
                .containsExactly(
                        debit(FROZEN, usd(1_000_00)),
                        debit(DEFERRED, usd(20_00)),
                        credit(HELD, usd(600_00)),
                        credit(EARNED, usd(320_00)),
                        credit(REVENUE, usd(100_00)));
    }

    @Test
    void dividesItLikeTheMoney() {
        var quote = SCHEDULE.quote(GIG, usd(0), usd(400_00));
        var split =
                new FrozenFundsSplit(
                        ESCROW,
                        DISPUTE,
                        new Returned(usd(600_00), usd(30_00)),
                        RELEASE,
                        quote,
                        usd(20_00),
                        LATER);

        assertThat(DisputeJournals.split(split, ORDER).entries())
                .containsExactly(
                        debit(FROZEN, usd(1_000_00)),
                        debit(DEFERRED, usd(50_00)),
                        credit(new Available(ACME, USD), usd(630_00)),
                        credit(EARNED, usd(320_00)),
                        credit(REVENUE, usd(100_00)));
    }

    @Test
    void leavesNothingHeldByWhatEndsAnEscrowOrFreezesIt() {
        var nothing = usd(0);

        assertThat(
                        List.of(
                                new Movement.Freeze(
                                        DISPUTE, usd(5), usd(5), nothing, List.of(), LATER),
                                new Movement.Split(DISPUTE, usd(1), nothing, RELEASED, LATER),
                                new Movement.Cancellation(
                                        EscrowFixtures.REFUND, usd(5), nothing, LATER)))
                .extracting(Movement::stillHeld)
                .containsOnly(nothing);
        assertThat(
                        new Movement.Unfreeze(DISPUTE, usd(9), usd(5), nothing, List.of(), LATER)
                                .stillHeld())
                .isEqualTo(usd(5));
    }
}
