package guildhall.contract.milestone.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import guildhall.contract.milestone.MilestoneRejection;
import guildhall.contract.milestone.MilestoneRejection.*;
import guildhall.messages.money.Money;
import org.springframework.http.ProblemDetail;

/** Why a milestone did not change, as problems. */
final class MilestoneProblems {
    static ProblemDetail of(MilestoneRejection rejection) {
        return switch (rejection) {
            case UnknownContract _ -> problem(NOT_FOUND, "contract/unknown-contract");
            case UnknownMilestone _ -> problem(NOT_FOUND, "contract/unknown-milestone");
            case ReservedFor(var role) ->
                    problem(
                            FORBIDDEN,
                            "contract/reserved-for-the-other-side",
                            "Only the %s of the contract can do this."
                                    .formatted(
                                            switch (role) {
                                                case CLIENT -> "client";
                                                case TALENT -> "talent";
                                            }));
            case ContractNotActive _ ->
                    problem(
                            CONFLICT,
                            "contract/not-active",
                            "The contract is not active, so this milestone cannot change.");
            case ExceedsContract(var available) -> exceeds(available);
            case MilestonesUsedUp(var most) ->
                    problem(
                            UNPROCESSABLE_CONTENT,
                            "contract/milestones-used-up",
                            "A contract has at most %d milestones.".formatted(most));
            case InvalidAmount(var currency) ->
                    problem(
                            UNPROCESSABLE_CONTENT,
                            "contract/invalid-amount",
                            "The amount must be positive and in %s.".formatted(currency));
            case AmountFixed _ ->
                    problem(
                            CONFLICT,
                            "contract/amount-fixed",
                            "The amount cannot change once an escrow was ordered for it.");
            case NoLongerEditable _ -> problem(CONFLICT, "contract/no-longer-editable");
            case AlreadyFunded _ -> problem(CONFLICT, "contract/already-funded");
            case FundedByAnotherEscrow _, FundingNotRequested _ ->
                    problem(CONFLICT, "contract/funding-mismatch");
            case FundingExpired _ ->
                    problem(
                            CONFLICT,
                            "contract/funding-expired",
                            "The time to fund is over; the escrow is being closed.");
            case NotFunded _ ->
                    problem(
                            CONFLICT,
                            "contract/milestone-not-funded",
                            "Work starts when the money is in escrow.");
            case AlreadySubmitted _ -> problem(CONFLICT, "contract/already-submitted");
            case NothingSubmitted _ ->
                    problem(
                            CONFLICT,
                            "contract/nothing-submitted",
                            "There is no submission that waits for an answer.");
            case RevisionsUsedUp(var allowance) ->
                    problem(
                            UNPROCESSABLE_CONTENT,
                            "contract/revisions-used-up",
                            "All %d revisions of this milestone are used.".formatted(allowance));
            case WorkNotStarted _ ->
                    problem(
                            CONFLICT,
                            "contract/work-not-started",
                            "Nothing is paid before work has begun.");
            case NotLessThanTheRest(var rest) -> notLess(rest);
            case PartialReleasesUsedUp(var most) ->
                    problem(
                            UNPROCESSABLE_CONTENT,
                            "contract/partial-releases-used-up",
                            "A milestone is paid in at most %d parts before its approval."
                                    .formatted(most));
            case AlreadyApproved _ -> problem(CONFLICT, "contract/already-approved");
            case NotApproved _ -> problem(CONFLICT, "contract/not-approved");
            case WorkUnderWay _ ->
                    problem(
                            CONFLICT,
                            "contract/work-under-way",
                            "Work has begun; ending it needs the agreement of both sides.");
            case AlreadyCancelled _ -> problem(CONFLICT, "contract/milestone-cancelled");
            case NotCancelled _ -> problem(CONFLICT, "contract/milestone-not-cancelled");
        };
    }

    private static ProblemDetail exceeds(Money available) {
        var problem =
                problem(
                        UNPROCESSABLE_CONTENT,
                        "contract/exceeds-contract",
                        "The milestones together may not exceed the amount of the contract.");
        problem.setProperty("available", available);
        return problem;
    }

    private static ProblemDetail notLess(Money rest) {
        var problem =
                problem(
                        UNPROCESSABLE_CONTENT,
                        "contract/not-less-than-the-rest",
                        "A partial release leaves something; the approval pays the rest.");
        problem.setProperty("rest", rest);
        return problem;
    }

    private MilestoneProblems() {}
}
