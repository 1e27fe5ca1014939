package guildhall.payment.escrow.adapter;

import guildhall.messages.payment.EscrowEvents.EscrowFundedV1;
import guildhall.messages.payment.EscrowEvents.EscrowFundingFailedV1;
import guildhall.messages.payment.FeeTerms;
import guildhall.messages.payment.PaymentCommands.FundEscrowV1;
import guildhall.messages.payment.TeamShare;
import guildhall.payment.escrow.EscrowAnswer;
import guildhall.payment.escrow.EscrowOrder;
import guildhall.payment.escrow.FundingTerms;
import guildhall.payment.escrow.TeamSplit;
import guildhall.payment.fee.ContractKind;
import guildhall.payment.fee.FeeBasis;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked and told about fundings. */
final class FundingMessages {

    /**
     * @throws IllegalArgumentException when it cannot be a funding: nothing to move, an unknown
     *     kind of contract, shares that are not a whole
     */
    static EscrowOrder.Fund order(FundEscrowV1 fund, Instant now) {
        var terms =
                new FundingTerms(
                        fund.contractId(),
                        fund.milestoneId(),
                        fund.title(),
                        fund.payer(),
                        fund.payee(),
                        fund.amount(),
                        basis(fund.feeTerms()),
                        team(fund.team()));
        return new EscrowOrder.Fund(fund.escrowId(), fund.attempt(), terms, now);
    }

    private static FeeBasis basis(@Nullable FeeTerms terms) {
        if (terms == null) {
            return FeeBasis.STANDARD;
        }
        return FeeBasis.of(
                ContractKind.valueOf(terms.contractKind()),
                terms.scheduleVersion(),
                terms.sellerLevel(),
                terms.sellerPlan());
    }

    private static TeamSplit team(@Nullable List<TeamShare> team) {
        return team == null
                ? TeamSplit.NOBODY
                : new TeamSplit(
                        team.stream()
                                .map(share ->
                                        new TeamSplit.Share(share.member(), share.basisPoints()))
                                .toList());
    }

    static EscrowFundedV1 funded(EscrowAnswer.Funded funded) {
        var terms = funded.terms();
        return new EscrowFundedV1(
                funded.escrow(),
                funded.attempt(),
                terms.contract(),
                terms.milestone(),
                terms.payer(),
                terms.payee(),
                terms.amount(),
                funded.at(),
                EscrowMessages.orAbsent(funded.pricing().buyerFee()),
                funded.pricing().schedule());
    }

    static EscrowFundingFailedV1 failed(EscrowAnswer.FundingFailed failed) {
        var order = failed.order();
        var terms = order.terms();
        return new EscrowFundingFailedV1(
                order.escrow(),
                order.attempt(),
                terms.contract(),
                terms.milestone(),
                terms.payer(),
                terms.payee(),
                terms.amount(),
                failed.reason().name(),
                failed.at());
    }

    private FundingMessages() {}
}
