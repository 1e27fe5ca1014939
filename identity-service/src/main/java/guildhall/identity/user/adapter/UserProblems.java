package guildhall.identity.user.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import org.springframework.http.ProblemDetail;

/** What somebody who is not signed in can be told. */
final class UserProblems {

    /** One answer for every reason: a token that ran out must not prove that it once existed. */
    static ProblemDetail tokenNotValid() {
        return problem(
                UNPROCESSABLE_CONTENT,
                "identity/token-not-valid",
                "The token is wrong, used up or too old. Ask for a new mail.");
    }

    static ProblemDetail passwordTooGuessable() {
        return problem(
                UNPROCESSABLE_CONTENT,
                "identity/password-too-guessable",
                "This password is among the first that attackers try. Choose another one.");
    }

    private UserProblems() {}
}
