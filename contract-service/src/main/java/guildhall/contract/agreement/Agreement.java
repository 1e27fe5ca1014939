package guildhall.contract.agreement;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import java.util.Optional;

/** The part of a contract that never changes. */
public record Agreement(
        ContractId id,
        String number,
        ContractKind kind,
        JobId job,
        ProposalId proposal,
        String title,
        Side client,
        Side talent,
        Money amount,
        Terms terms) {

    /** Empty for everybody who is not a party of this contract. */
    public Optional<ContractRole> roleOf(Party party) {
        if (client.party().equals(party)) {
            return Optional.of(ContractRole.CLIENT);
        }
        return talent.party().equals(party) ? Optional.of(ContractRole.TALENT) : Optional.empty();
    }

    /** Whether these terms can be a contract at all; the agreed work must use up the amount. */
    boolean isSound() {
        return !client.party().equals(talent.party())
                && !amount.isZero()
                && terms.work().stream().allMatch(this::isPayable)
                && workAddsUp();
    }

    private boolean isPayable(PlannedWork work) {
        return work.amount().currency().equals(amount.currency())
                && !work.amount().isZero()
                && work.dueInDays() > 0;
    }

    /** Without overflow: no summand may be larger than what is left. */
    private boolean workAddsUp() {
        var left = amount;
        for (var work : terms.work()) {
            if (left.isLessThan(work.amount())) {
                return false;
            }
            left = left.minus(work.amount());
        }
        return left.isZero();
    }
}
