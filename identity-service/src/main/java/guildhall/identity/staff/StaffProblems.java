package guildhall.identity.staff;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import guildhall.identity.user.UserRejection;
import guildhall.identity.user.UserRejection.*;
import org.springframework.http.ProblemDetail;

/** Refusals of an account, as staff hear them. */
final class StaffProblems {

    static ProblemDetail of(UserRejection rejection) {
        return switch (rejection) {
            case UnknownUser _ -> problem(NOT_FOUND, "identity/unknown-user");
            case OwnSuperadminRole _ ->
                    problem(UNPROCESSABLE_CONTENT, "identity/own-superadmin-role");
            case NotInThisStanding _,
                    AlreadyRegistered _,
                    TokenNotValid _,
                    AddressTaken _,
                    AccountClosedToGuessing _,
                    EmailNotVerified _,
                    AccountSuspended _ ->
                    problem(CONFLICT, "identity/not-in-this-standing");
        };
    }

    private StaffProblems() {}
}
