package guildhall.job.posting.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import guildhall.job.posting.JobRejection;
import guildhall.job.posting.JobRejection.*;
import guildhall.job.posting.StoredJob;
import guildhall.runtime.web.Refusal;
import java.util.Optional;
import org.springframework.http.ProblemDetail;

/** How rejections about jobs are told. */
final class JobProblems {

    static ProblemDetail of(JobRejection rejection) {
        return switch (rejection) {
            case UnknownJob _ -> problem(NOT_FOUND, "job/unknown-job");
            case NotYourJob _ -> problem(FORBIDDEN, "job/not-your-job");
            case EmailNotVerified _ ->
                    problem(
                            FORBIDDEN,
                            "job/email-not-verified",
                            "Verify your email address before you publish a job.");
            case JobExists _ -> problem(CONFLICT, "job/job-exists");
            case UnsoundBudget _ ->
                    problem(
                            UNPROCESSABLE_CONTENT,
                            "job/unsound-budget",
                            "The budget needs one currency, an upper end above zero, and a lower"
                                    + " end that is not above it.");
            case DeadlinePassed _ -> problem(UNPROCESSABLE_CONTENT, "job/deadline-passed");
            case MoneyTermsLocked _ ->
                    problem(
                            CONFLICT,
                            "job/money-terms-locked",
                            "Talents have answered this budget and kind; they stay.");
            case FewerPlacesThanProposals(var active) ->
                    problem(
                            CONFLICT,
                            "job/fewer-places-than-proposals",
                            "The job has " + active + " active proposals.");
            case JobFull _ -> problem(CONFLICT, "job/job-full");
            case WrongStatus(var status) ->
                    problem(CONFLICT, "job/wrong-status", "The job is " + status + ".");
            case SeatTaken _ -> problem(CONFLICT, "job/seat-taken");
            case HireUnderWay _ ->
                    problem(
                            CONFLICT,
                            "job/hire-under-way",
                            "A proposal was accepted; cancel its contract first.");
        };
    }

    /** To somebody who does not own the job: an open one is no secret, a draft is. */
    static ProblemDetail ofStranger(Optional<StoredJob> stored) {
        var isKnown = stored.filter(found -> found.job().isOutInTheOpen()).isPresent();
        return of(isKnown ? new NotYourJob() : new UnknownJob());
    }

    static Refusal clientsOnly() {
        return new Refusal(
                problem(
                        FORBIDDEN,
                        "job/clients-only",
                        "Act for a business to post and manage jobs."));
    }

    private JobProblems() {}
}
