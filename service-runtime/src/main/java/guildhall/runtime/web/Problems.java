package guildhall.runtime.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * Builds RFC 9457 problems on one base address, so that every {@code type} can be looked up. The
 * title is the readable form of the code; nothing internal, no {@code getMessage()}, ever goes in.
 */
public final class Problems {
    public static final URI BASE = URI.create("https://api.guildhall.example/problems/");

    /**
     * @param code {@code <service>/<reason>}, for example {@code contract/nothing-to-approve}
     */
    public static ProblemDetail problem(HttpStatus status, String code) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(BASE.resolve(code));
        problem.setTitle(title(code));
        return problem;
    }

    /** The same with one sentence for people, which must not repeat anybody's data. */
    public static ProblemDetail problem(HttpStatus status, String code, String detail) {
        var problem = problem(status, code);
        problem.setDetail(detail);
        return problem;
    }

    /** As the answer of a controller. */
    public static <T> ResponseEntity<T> answer(ProblemDetail problem) {
        return ResponseEntity.of(problem).build();
    }

    private static String title(String code) {
        var words = code.substring(code.indexOf('/') + 1).replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private Problems() {}
}
