package guildhall.payment.sandbox;

import guildhall.messages.money.Money;
import java.time.Duration;
import java.util.List;

/**
 * What the sandbox does with a charge, a payout or a refund.
 *
 * @param declineCode empty when it works
 * @param settlesAfter how long it takes
 * @param deliveries webhooks, each so long after the request
 * @param answerLost the request times out although it arrived
 */
public record SandboxScript(
        String declineCode, Duration settlesAfter, List<Delivery> deliveries, boolean answerLost) {
    private static final Duration NEVER = Duration.ofDays(36_500);

    public SandboxScript {
        deliveries = List.copyOf(deliveries);
    }

    public enum EventType {
        PROCESSING,
        FINAL
    }

    public record Delivery(EventType type, Duration after) {}

    /** The script for an amount; see the package for the magic ones. */
    public static SandboxScript of(Money amount, Duration settlesAfter) {
        return switch ((int) (amount.minorUnits() % 100)) {
            case 13 -> declined("CARD_DECLINED", settlesAfter);
            case 17 -> declined("INSUFFICIENT_FUNDS", settlesAfter);
            case 23 -> new SandboxScript("", settlesAfter, List.of(), false);
            case 29 -> new SandboxScript("", settlesAfter, reversed(settlesAfter), false);
            case 31 -> new SandboxScript("", settlesAfter, inOrder(settlesAfter), true);
            default -> new SandboxScript("", settlesAfter, inOrder(settlesAfter), false);
        };
    }

    /** The script for what shall arrive with an attempt of a payout; see the package. */
    public static SandboxScript ofPayout(Money amount, int attempt, Duration settlesAfter) {
        return switch ((int) (amount.minorUnits() % 100)) {
            case 13 -> declined("ACCOUNT_CLOSED", settlesAfter);
            case 17 ->
                    attempt == 1
                            ? declined("BANK_UNAVAILABLE", settlesAfter)
                            : new SandboxScript("", settlesAfter, inOrder(settlesAfter), false);
            case 19 -> declined("BANK_UNAVAILABLE", settlesAfter);
            case 37 -> new SandboxScript("", NEVER, List.of(), false);
            case 43 -> new SandboxScript("", settlesAfter, late(settlesAfter), false);
            case 23, 29, 31 -> of(amount, settlesAfter);
            default -> new SandboxScript("", settlesAfter, inOrder(settlesAfter), false);
        };
    }

    /** The script for a refund; see the package. */
    public static SandboxScript ofRefund(Money amount, Duration settlesAfter) {
        return switch ((int) (amount.minorUnits() % 100)) {
            case 13 -> declined("CARD_CLOSED", settlesAfter);
            case 23, 29, 31 -> of(amount, settlesAfter);
            default -> new SandboxScript("", settlesAfter, inOrder(settlesAfter), false);
        };
    }

    private static SandboxScript declined(String code, Duration settlesAfter) {
        return new SandboxScript(code, settlesAfter, inOrder(settlesAfter), false);
    }

    private static List<Delivery> inOrder(Duration settlesAfter) {
        return List.of(
                new Delivery(EventType.PROCESSING, settlesAfter.dividedBy(2)),
                new Delivery(EventType.FINAL, settlesAfter),
                new Delivery(EventType.FINAL, settlesAfter.multipliedBy(2)));
    }

    private static List<Delivery> late(Duration settlesAfter) {
        return List.of(
                new Delivery(EventType.FINAL, settlesAfter.multipliedBy(3)),
                new Delivery(EventType.FINAL, settlesAfter.multipliedBy(4)));
    }

    private static List<Delivery> reversed(Duration settlesAfter) {
        return List.of(
                new Delivery(EventType.FINAL, settlesAfter),
                new Delivery(EventType.FINAL, settlesAfter),
                new Delivery(EventType.PROCESSING, settlesAfter.multipliedBy(2)));
    }
}
