package guildhall.job.hire.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import guildhall.job.hire.HireRefusal;
import guildhall.job.hire.HireRefusal.JobRefuses;
import guildhall.job.hire.HireRefusal.ProposalRefuses;
import guildhall.job.posting.JobRejection;
import guildhall.job.proposal.ProposalRejection;
import guildhall.runtime.web.Refusal;
import org.springframework.http.ProblemDetail;

/** Why somebody is not hired. */
final class HireProblems {

    static ProblemDetail of(HireRefusal refusal) {
        return switch (refusal) {
            case JobRefuses(JobRejection.NotYourJob _), JobRefuses(JobRejection.UnknownJob _) ->
                    problem(
                            FORBIDDEN,
                            "job/not-your-part",
                            "The other side of this proposal has to do that.");
            case JobRefuses(JobRejection.SeatTaken _) ->
                    problem(
                            CONFLICT,
                            "job/seat-taken",
                            "Another proposal for this job was accepted.");
            case JobRefuses(JobRejection.WrongStatus(var status)) ->
                    problem(CONFLICT, "job/wrong-status", "The job is " + status + ".");
            case ProposalRefuses(ProposalRejection.UnknownProposal _) ->
                    problem(NOT_FOUND, "job/unknown-proposal");
            case ProposalRefuses(ProposalRejection.WrongStatus(var status)) ->
                    problem(CONFLICT, "job/wrong-status", "The proposal is " + status + ".");
            case JobRefuses _, ProposalRefuses _ ->
                    throw new IllegalStateException("No reason to refuse a hire: " + refusal);
        };
    }

    static Refusal partiesOnly() {
        return new Refusal(
                problem(FORBIDDEN, "job/parties-only", "Act for a business or as a talent."));
    }

    private HireProblems() {}
}
