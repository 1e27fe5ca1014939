package guildhall.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.payment.sandbox.AccountScript.Report;
import guildhall.payment.sandbox.AccountScript.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountScriptTest {
    static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void saysEverythingTwice() {
        assertThat(script("4242")).isEqualTo(twice(Verdict.VERIFIED));
        assertThat(script("0013")).isEqualTo(twice(Verdict.RESTRICTED));
        assertThat(script("0017")).isEqualTo(twice(Verdict.CLOSED));
    }

    @Test
    void keepsSilentOrTellsTheOlderReportLast() {
        assertThat(script("")).isEqualTo(new AccountScript(Verdict.UNDECIDED, List.of()));
        assertThat(script("0023")).isEqualTo(new AccountScript(Verdict.VERIFIED, List.of()));
        assertThat(script("0029"))
                .isEqualTo(
                        new AccountScript(
                                Verdict.VERIFIED,
                                List.of(
                                        new Report(Verdict.VERIFIED, SECOND, SECOND),
                                        new Report(
                                                Verdict.RESTRICTED,
                                                SECOND.multipliedBy(2),
                                                SECOND.dividedBy(2)))));
    }

    private static AccountScript twice(Verdict verdict) {
        return new AccountScript(
                verdict,
                List.of(
                        new Report(verdict, SECOND, SECOND),
                        new Report(verdict, SECOND.multipliedBy(2), SECOND)));
    }

    private static AccountScript script(String lastFour) {
        return AccountScript.of(lastFour, SECOND);
    }
}
