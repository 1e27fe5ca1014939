package guildhall.payment.escrow;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import guildhall.payment.fee.FeeBasis;
import guildhall.payment.fee.FeeSchedules;
import guildhall.payment.fee.Pair;
import guildhall.payment.fee.Pricing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is locked, by whom, for whom and for what.
 *
 * @param title of the milestone, shown on statements
 * @param basis what the price depends on
 * @param team who shares what the payee earns
 */
public record FundingTerms(
        ContractId contract,
        MilestoneId milestone,
        String title,
        Side payer,
        Side payee,
        Money amount,
        FeeBasis basis,
        TeamSplit team) {

    /** Whether both mean the same movement of money; a corrected title makes no difference. */
    boolean sameAs(FundingTerms other) {
        return equals(other.titled(title));
    }

    /** Everybody whom a release pays. */
    public List<Side> earners() {
        return team.members(payee);
    }

    /** What each of them gets of a net amount. */
    public List<TeamSplit.Part> shared(Money net) {
        return team.of(net, payee);
    }

    /** Empty when the terms name a fee schedule that nobody knows. */
    Optional<Pricing> pricing(FeeSchedules fees, Instant at) {
        return fees.of(basis, at).map(schedule -> schedule.pricing(basis, amount));
    }

    Pair pair() {
        return new Pair(payer.party(), payee.party(), amount.currency());
    }

    private FundingTerms titled(String newTitle) {
        return new FundingTerms(contract, milestone, newTitle, payer, payee, amount, basis, team);
    }
}
