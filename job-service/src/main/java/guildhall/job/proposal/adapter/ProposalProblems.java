package guildhall.job.proposal.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import guildhall.job.proposal.ProposalRejection;
import guildhall.job.proposal.ProposalRejection.*;
import guildhall.runtime.web.Refusal;
import org.springframework.http.ProblemDetail;

/** How rejections about proposals are told. */
final class ProposalProblems {

    static ProblemDetail of(ProposalRejection rejection) {
        return switch (rejection) {
            case UnknownProposal _ -> problem(NOT_FOUND, "job/unknown-proposal");
            case UnknownJob _ -> problem(NOT_FOUND, "job/unknown-job");
            case NotYourPart _ ->
                    problem(
                            FORBIDDEN,
                            "job/not-your-part",
                            "The other side of this proposal has to do that.");
            case OwnJob _ -> problem(UNPROCESSABLE_CONTENT, "job/own-job");
            case BidNotPositive _ -> problem(UNPROCESSABLE_CONTENT, "job/bid-not-positive");
            case BidInOtherCurrency _ ->
                    problem(
                            UNPROCESSABLE_CONTENT,
                            "job/bid-in-other-currency",
                            "Bid in the currency of the job's budget.");
            case PlanDoesNotAddUp _ ->
                    problem(
                            UNPROCESSABLE_CONTENT,
                            "job/plan-does-not-add-up",
                            "The milestones must each be worth something and add up to the bid.");
            case ProposalExists _ -> problem(CONFLICT, "job/proposal-exists");
            case AlreadyProposed _ ->
                    problem(
                            CONFLICT,
                            "job/already-proposed",
                            "You have an active proposal for this job.");
            case JobNotOpen _ -> problem(CONFLICT, "job/job-not-open");
            case JobFull _ -> problem(CONFLICT, "job/job-full");
            case AlreadyAnswered _ ->
                    problem(
                            CONFLICT,
                            "job/already-answered",
                            "The client relies on this proposal; withdraw it instead.");
            case AlreadyFurther(var stage) ->
                    problem(CONFLICT, "job/already-further", "The proposal is " + stage + ".");
            case WrongStatus(var status) ->
                    problem(CONFLICT, "job/wrong-status", "The proposal is " + status + ".");
        };
    }

    static Refusal talentsOnly() {
        return new Refusal(
                problem(FORBIDDEN, "job/talents-only", "Act as a talent to make proposals."));
    }

    static Refusal partiesOnly() {
        return new Refusal(
                problem(FORBIDDEN, "job/parties-only", "Act for a business or as a talent."));
    }

    static Refusal notYourJob() {
        return new Refusal(problem(FORBIDDEN, "job/not-your-job"));
    }

    static Refusal unknownJob() {
        return new Refusal(of(new UnknownJob()));
    }

    private ProposalProblems() {}
}
