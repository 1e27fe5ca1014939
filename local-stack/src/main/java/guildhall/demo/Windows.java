package guildhall.demo;

import static guildhall.client.ClientFailure.check;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How long money waits on this stack. The settings of the local stack shorten what lasts hours and
 * days in production, so that a story can be told in one sitting; the code is the same.
 */
final class Windows {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,2})s");

    private final Map<String, String> variables;

    /**
     * @param variables the environment of payment-service, as far as settings name it
     */
    Windows(Map<String, String> variables) {
        this.variables = variables;
    }

    void show(Screen screen) {
        screen.line("Time is short on this stack, by its settings (./guildhall help settings):");
        line(screen, "released money can be spent after", "SAFETY_WINDOW", "7 d");
        line(screen, "a new bank account is paid to after", "PAYOUT_ACCOUNT_HOLD", "72 h");
        line(screen, "standard payouts are sent every", "PAYOUT_BATCH_EVERY", "10 min");
        line(screen, "what the provider cannot explain waits", "RECONCILIATION_GRACE", "1 h");
    }

    private void line(Screen screen, String what, String variable, String production) {
        screen.line(
                "    %-40s %4d s   (in production %s)"
                        .formatted(what, of(variable).toSeconds(), production));
    }

    Duration grace() {
        return of("RECONCILIATION_GRACE").plus(lag());
    }

    /** How far a statement ends before the present. */
    Duration lag() {
        return of("RECONCILIATION_LAG");
    }

    private Duration of(String variable) {
        var match = SHORT.matcher(variables.getOrDefault(variable, ""));
        check(
                match.matches(),
                "the demo cannot wait for env.payment.%s=%s; it needs some seconds, such as 5s"
                        .formatted(variable, variables.getOrDefault(variable, "")));
        return Duration.ofSeconds(Integer.parseInt(match.group(1)));
    }
}
