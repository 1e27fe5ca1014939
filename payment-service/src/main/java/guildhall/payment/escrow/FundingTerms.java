package guildhall.payment.escrow;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import guildhall.payment.fee.Pair;

/**
 * What is locked, by whom, for whom and for what.
 *
 * @param title of the milestone, shown on statements
 */
public record FundingTerms(
        ContractId contract,
        MilestoneId milestone,
        String title,
        Side payer,
        Side payee,
        Money amount) {

    /** Whether both mean the same movement of money; a corrected title makes no difference. */
    boolean sameAs(FundingTerms other) {
        return equals(other.titled(title));
    }

    Pair pair() {
        return new Pair(payer.party(), payee.party(), amount.currency());
    }

    private FundingTerms titled(String newTitle) {
        return new FundingTerms(contract, milestone, newTitle, payer, payee, amount);
    }
}
