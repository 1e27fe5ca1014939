package guildhall.payment.sandbox;

import static guildhall.payment.sandbox.SandboxScript.EventType.FINAL;
import static guildhall.payment.sandbox.SandboxScript.EventType.PROCESSING;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.money.Money;
import guildhall.payment.sandbox.PayerScript.Answer;
import guildhall.payment.sandbox.SandboxScript.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SandboxScriptTest {
    static final Duration SECOND = Duration.ofSeconds(1);
    static final List<Delivery> IN_ORDER =
            List.of(
                    new Delivery(PROCESSING, Duration.ofMillis(500)),
                    new Delivery(FINAL, SECOND),
                    new Delivery(FINAL, Duration.ofSeconds(2)));

    @Test
    void capturesOrdinaryAmountsAndTellsItTwice() {
        assertThat(script(100_00)).isEqualTo(new SandboxScript("", SECOND, IN_ORDER, false));
    }

    @Test
    void declinesMagicAmounts() {
        assertThat(script(100_13))
                .isEqualTo(new SandboxScript("CARD_DECLINED", SECOND, IN_ORDER, false));
        assertThat(script(17))
                .isEqualTo(new SandboxScript("INSUFFICIENT_FUNDS", SECOND, IN_ORDER, false));
    }

    @Test
    void keepsSilentLosesItsAnswerOrReversesItsEvents() {
        assertThat(script(1_23)).isEqualTo(new SandboxScript("", SECOND, List.of(), false));
        assertThat(script(1_31)).isEqualTo(new SandboxScript("", SECOND, IN_ORDER, true));
        assertThat(script(1_29))
                .isEqualTo(
                        new SandboxScript(
                                "",
                                SECOND,
                                List.of(
                                        new Delivery(FINAL, SECOND),
                                        new Delivery(FINAL, SECOND),
                                        new Delivery(PROCESSING, Duration.ofSeconds(2))),
                                false));
    }

    @Test
    void paysOutOrRefusesByTheAmountAndTheAttempt() {
        var paid = new SandboxScript("", SECOND, IN_ORDER, false);
        var refused = new SandboxScript("BANK_UNAVAILABLE", SECOND, IN_ORDER, false);

        assertThat(payout(100_00, 1)).isEqualTo(paid);
        assertThat(payout(100_13, 1))
                .isEqualTo(new SandboxScript("ACCOUNT_CLOSED", SECOND, IN_ORDER, false));
        assertThat(payout(100_17, 1)).isEqualTo(refused);
        assertThat(payout(100_17, 2)).isEqualTo(paid);
        assertThat(payout(100_19, 3)).isEqualTo(refused);
        assertThat(payout(100_23, 1)).isEqualTo(script(100_23));
        assertThat(payout(100_37, 1).deliveries()).isEmpty();
    }

    @Test
    void refundsOrRefusesByTheAmount() {
        assertThat(SandboxScript.ofRefund(Money.of(5, "USD"), SECOND))
                .isEqualTo(new SandboxScript("", SECOND, IN_ORDER, false));
        assertThat(SandboxScript.ofRefund(Money.of(1_13, "USD"), SECOND).declineCode())
                .isEqualTo("CARD_CLOSED");
        assertThat(SandboxScript.ofRefund(Money.of(1_31, "USD"), SECOND)).isEqualTo(script(1_31));
    }

    @Test
    void chargesBackMagicAmounts() {
        var later = Duration.ofSeconds(4);

        assertThat(ChargebackScript.of(Money.of(1_71, "USD"), SECOND))
                .contains(new ChargebackScript(0, later, Optional.empty()));
        assertThat(ChargebackScript.of(Money.of(1_73, "USD"), SECOND))
                .contains(new ChargebackScript(15_00, later, Optional.empty()));
        assertThat(ChargebackScript.of(Money.of(1_79, "USD"), SECOND))
                .contains(new ChargebackScript(15_00, later, Optional.of(Duration.ofSeconds(8))));
        assertThat(ChargebackScript.of(Money.of(1_00, "USD"), SECOND)).isEmpty();
    }

    @Test
    void sendsPayoutsOfMagicAmountsBack() {
        assertThat(ReturnScript.of(Money.of(1_41, "USD"), SECOND))
                .contains(new ReturnScript(Duration.ofSeconds(4)));
        assertThat(payout(1_41, 1)).isEqualTo(new SandboxScript("", SECOND, IN_ORDER, false));
        assertThat(ReturnScript.of(Money.of(1_43, "USD"), SECOND))
                .contains(new ReturnScript(SECOND));
        assertThat(payout(1_43, 1).deliveries())
                .containsExactly(
                        new Delivery(FINAL, Duration.ofSeconds(3)),
                        new Delivery(FINAL, Duration.ofSeconds(4)));
        assertThat(ReturnScript.of(Money.of(1_00, "USD"), SECOND)).isEmpty();
    }

    @Test
    void asksThePayersOfMagicAmountsWhoTheyAre() {
        var later = Duration.ofSeconds(3);

        assertThat(PayerScript.of(Money.of(1_41, "USD"), SECOND))
                .contains(new PayerScript(Answer.PROVES, later));
        assertThat(PayerScript.of(Money.of(1_43, "USD"), SECOND))
                .contains(new PayerScript(Answer.REFUSES, later));
        assertThat(PayerScript.of(Money.of(1_47, "USD"), SECOND).orElseThrow().answer())
                .isEqualTo(Answer.IS_GONE);
        assertThat(PayerScript.of(Money.of(1_00, "USD"), SECOND)).isEmpty();
    }

    static SandboxScript payout(long minorUnits, int attempt) {
        return SandboxScript.ofPayout(Money.of(minorUnits, "USD"), attempt, SECOND);
    }

    static SandboxScript script(long minorUnits) {
        return SandboxScript.of(Money.of(minorUnits, "USD"), SECOND);
    }
}
