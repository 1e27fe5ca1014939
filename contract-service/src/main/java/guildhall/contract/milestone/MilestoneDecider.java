package guildhall.contract.milestone;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.contract.milestone.Milestone.*;
import guildhall.contract.milestone.MilestoneCommand.*;
import guildhall.contract.milestone.MilestoneEvent.*;
import guildhall.contract.milestone.MilestoneRejection.*;
import guildhall.messages.money.Money;
import guildhall.runtime.decide.Decider;
import guildhall.runtime.decide.Decision;

/**
 * Decides what becomes of a milestone: {@link FundingRules}, {@link WorkRules} and {@link
 * PartialReleaseRules}.
 */
public final class MilestoneDecider
        implements Decider<MilestoneCommand, Milestone, MilestoneEvent, MilestoneRejection> {
    /** A contract is always shown, added up and cancelled with all its milestones at once. */
    static final int MOST_OF_A_CONTRACT = 100;

    @Override
    public Milestone initial() {
        return new Absent();
    }

    @Override
    public Decision<MilestoneEvent, MilestoneRejection> decide(
            MilestoneCommand command, Milestone state) {
        return switch (command) {
            case ByParty asked when asked.by() != asked.reservedFor() ->
                    reject(new ReservedFor(asked.reservedFor()));
            case PlanMilestone plan -> plan(plan, state);
            case AddMilestone add -> add(add, state);
            case EditMilestone edit -> edit(edit, state);
            case RequestFunding request -> FundingRules.request(request, state);
            case ConfirmFunding confirm -> FundingRules.confirm(confirm, state);
            case RecordRefusal refusal -> FundingRules.recordRefusal(refusal, state);
            case AbandonFunding abandon -> FundingRules.abandon(abandon, state);
            case GiveUpMilestone giveUp -> FundingRules.giveUp(giveUp, state);
            case CancelMilestone cancel -> FundingRules.cancel(cancel, state);
            case ConfirmRefund confirm -> FundingRules.confirmRefund(confirm, state);
            case StartWork start -> WorkRules.start(start, state);
            case SubmitWork submit -> WorkRules.submit(submit, state);
            case RequestRevision request -> WorkRules.requestRevision(request, state);
            case ApproveWork approve -> WorkRules.approve(approve, state);
            case ReleasePart release -> PartialReleaseRules.order(release, state);
            case ApproveUnanswered approve -> WorkRules.approveUnanswered(approve, state);
            case ConfirmPayment confirm -> WorkRules.confirmPayment(confirm, state);
        };
    }

    private Decision<MilestoneEvent, MilestoneRejection> plan(PlanMilestone plan, Milestone state) {
        return switch (state) {
            case Absent _ -> accept(new MilestonePlanned(plan.plan(), plan.at()));
            case Known _ -> accept();
        };
    }

    private Decision<MilestoneEvent, MilestoneRejection> add(AddMilestone add, Milestone state) {
        return switch (state) {
            case Absent _ when !add.budget().contractActive() -> reject(new ContractNotActive());
            case Absent _ when isInvalid(add.plan().amount(), add.budget()) ->
                    reject(invalid(add.budget()));
            case Absent _ when !add.budget().covers(add.plan().amount()) ->
                    reject(new ExceedsContract(add.budget().available()));
            case Absent _ when add.plan().sequence() > MOST_OF_A_CONTRACT ->
                    reject(new MilestonesUsedUp(MOST_OF_A_CONTRACT));
            case Absent _ -> accept(new MilestonePlanned(add.plan(), add.at()));
            case Known _ -> accept(); // The id comes from the caller's key: this is a retry.
        };
    }

    private Decision<MilestoneEvent, MilestoneRejection> edit(EditMilestone edit, Milestone state) {
        return switch (state) {
            case Known _ when !edit.budget().contractActive() -> reject(new ContractNotActive());
            case Known _ when isInvalid(edit.amount(), edit.budget()) ->
                    reject(invalid(edit.budget()));
            case Planned _ when !edit.budget().covers(edit.amount()) ->
                    reject(new ExceedsContract(edit.budget().available()));
            case Planned p -> edited(p, edit);
            case Unconfirmed u -> editedForTheSameAmount(u, edit);
            case Funded f -> editedForTheSameAmount(f, edit);
            case InProgress i -> editedForTheSameAmount(i, edit);
            case RevisionRequested _, Submitted _, Approved _, Paid _, Refunding _, Cancelled _ ->
                    reject(new NoLongerEditable());
            case Absent _ -> reject(new UnknownMilestone());
        };
    }

    private Decision<MilestoneEvent, MilestoneRejection> editedForTheSameAmount(
            Known milestone, EditMilestone edit) {
        return milestone.plan().amount().equals(edit.amount())
                ? edited(milestone, edit)
                : reject(new AmountFixed());
    }

    private Decision<MilestoneEvent, MilestoneRejection> edited(
            Known milestone, EditMilestone edit) {
        var plan = milestone.plan();
        return plan.equals(plan.edited(edit.title(), edit.amount(), edit.dueInDays()))
                ? accept()
                : accept(
                        new MilestoneEdited(
                                edit.title(), edit.amount(), edit.dueInDays(), edit.at()));
    }

    private static boolean isInvalid(Money amount, Budget budget) {
        return amount.isZero() || !amount.currency().equals(budget.available().currency());
    }

    private static InvalidAmount invalid(Budget budget) {
        return new InvalidAmount(budget.available().currency().getCurrencyCode());
    }

    @Override
    public Milestone evolve(Milestone state, MilestoneEvent event) {
        return MilestoneEvolution.evolve(state, event);
    }
}
