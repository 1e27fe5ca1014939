package guildhall.payment.sandbox;

import java.time.Duration;
import java.util.List;

/**
 * What the sandbox does with an account.
 *
 * @param verdict empty as long as the owner has not named a destination
 * @param reports webhooks, each so long after the request
 */
public record AccountScript(Verdict verdict, List<Report> reports) {
    public AccountScript {
        reports = List.copyOf(reports);
    }

    public enum Verdict {
        VERIFIED,
        RESTRICTED,
        CLOSED,
        /** The owner has not named a destination yet. */
        UNDECIDED
    }

    /**
     * @param after when it is delivered
     * @param madeAfter when it was made, which is what counts
     */
    public record Report(Verdict verdict, Duration after, Duration madeAfter) {
        static Report prompt(Verdict verdict, Duration after) {
            return new Report(verdict, after, after);
        }
    }

    /** The script for the last four characters of a destination; see the package. */
    public static AccountScript of(String lastFour, Duration settlesAfter) {
        return switch (lastFour) {
            case "" -> new AccountScript(Verdict.UNDECIDED, List.of());
            case "0013" -> twice(Verdict.RESTRICTED, settlesAfter);
            case "0017" -> twice(Verdict.CLOSED, settlesAfter);
            case "0023" -> new AccountScript(Verdict.VERIFIED, List.of());
            case "0029" -> overtaking(settlesAfter);
            default -> twice(Verdict.VERIFIED, settlesAfter);
        };
    }

    private static AccountScript twice(Verdict verdict, Duration settlesAfter) {
        var report = Report.prompt(verdict, settlesAfter);
        return new AccountScript(
                verdict,
                List.of(
                        report,
                        new Report(verdict, settlesAfter.multipliedBy(2), report.madeAfter())));
    }

    /** First restricted, then verified, but told the other way round. */
    private static AccountScript overtaking(Duration settlesAfter) {
        return new AccountScript(
                Verdict.VERIFIED,
                List.of(
                        Report.prompt(Verdict.VERIFIED, settlesAfter),
                        new Report(
                                Verdict.RESTRICTED,
                                settlesAfter.multipliedBy(2),
                                settlesAfter.dividedBy(2))));
    }
}
