package guildhall.notification.inbox.adapter;

import static guildhall.notification.inbox.adapter.Samples.MONDAY;
import static guildhall.notification.inbox.adapter.Samples.TALENT;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.PayoutAccountId;
import guildhall.messages.id.PayoutId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.payment.PayoutAccountEvents.PayoutAccountActivatedV1;
import guildhall.messages.payment.PayoutAccountEvents.PayoutAccountChangedV1;
import guildhall.messages.payment.PayoutAccountEvents.PayoutAccountRestrictedV1;
import guildhall.messages.payment.PayoutEvents.PayoutCancelledV1;
import guildhall.messages.payment.PayoutEvents.PayoutCompletedV1;
import guildhall.messages.payment.PayoutEvents.PayoutFailedV1;
import guildhall.messages.payment.PayoutEvents.PayoutRequestedV1;
import guildhall.messages.payment.PayoutEvents.PayoutReturnedV1;
import guildhall.notification.notice.Notice;
import guildhall.notification.notice.Notice.Priority;
import guildhall.notification.notice.NoticeType;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PayoutNoticesTest {
    static final PayoutId PAYOUT = new PayoutId(new UUID(0, 20));
    static final PayoutAccountId ACCOUNT = new PayoutAccountId(new UUID(0, 21));
    static final Party OWNER = TALENT.party();
    static final UserId USER = TALENT.user();
    static final Money AMOUNT = Money.of(10_000, "USD");
    static final Money FEE = Money.of(100, "USD");

    @Test
    void saysWhatArrivesLessTheFee() {
        var completed = new PayoutCompletedV1(PAYOUT, OWNER, USER, ACCOUNT, AMOUNT, FEE, MONDAY);

        assertThat(PayoutNotices.of(completed))
                .isEqualTo(
                        payout(
                                Priority.NORMAL,
                                "Payout completed",
                                "99.00 USD was sent to your payout account."));
    }

    @Test
    void asksTheOwnerUrgentlyToPutRightWhatFailed() {
        var failed =
                new PayoutFailedV1(
                        PAYOUT, OWNER, USER, ACCOUNT, AMOUNT, FEE, "account_closed", MONDAY);

        assertThat(PayoutNotices.of(failed))
                .isEqualTo(
                        payout(
                                Priority.HIGH,
                                "Payout failed",
                                "100.00 USD is in your wallet again. Please check your payout"
                                        + " account before the next try."));
    }

    @Test
    void asksTheOwnerUrgentlyToPutRightWhyTheBankSentItBack() {
        var returned =
                new PayoutReturnedV1(
                        PAYOUT, OWNER, USER, ACCOUNT, AMOUNT, FEE, "account_closed", MONDAY);

        assertThat(PayoutNotices.of(returned))
                .isEqualTo(
                        payout(
                                Priority.HIGH,
                                "Payout returned",
                                "The bank has sent your payout back: 100.00 USD is in your wallet"
                                        + " again. Please check your payout account before the next"
                                        + " try."));
    }

    @Test
    void tellsOfARequestInTheApplicationOnly() {
        var requested =
                new PayoutRequestedV1(PAYOUT, OWNER, USER, ACCOUNT, AMOUNT, FEE, "INSTANT", MONDAY);

        assertThat(PayoutNotices.of(requested))
                .isEqualTo(
                        List.of(
                                new Notice(
                                        USER,
                                        NoticeType.PAYMENT,
                                        Priority.LOW,
                                        "Payout requested",
                                        "100.00 USD left your wallet and is on its way.",
                                        "/payouts",
                                        false)));
    }

    @Test
    void saysThatWhatWasCancelledIsBack() {
        var cancelled = new PayoutCancelledV1(PAYOUT, OWNER, USER, ACCOUNT, AMOUNT, FEE, MONDAY);

        assertThat(PayoutNotices.of(cancelled))
                .isEqualTo(
                        payout(
                                Priority.NORMAL,
                                "Payout cancelled",
                                "100.00 USD is in your wallet again."));
    }

    /** Whoever took the login over may have changed it. */
    @Test
    void warnsOfAnotherDestinationWhateverTheUserHasSwitchedOff() {
        var changed =
                new PayoutAccountChangedV1(
                        ACCOUNT, OWNER, USER, "BANK_TRANSFER", "4321", MONDAY, MONDAY);

        assertThat(PayoutNotices.of(changed))
                .isEqualTo(
                        account(
                                Priority.CRITICAL,
                                "Payout account changed",
                                "Payouts now go to the account ending in 4321, from 1 March 2027,"
                                        + " 09:30 UTC on. If that was not you, change your password"
                                        + " and tell us."));
    }

    @Test
    void saysWhatAnAccountMayBeUsedFor() {
        var activated =
                new PayoutAccountActivatedV1(ACCOUNT, OWNER, USER, "PAYPAL", "", MONDAY, MONDAY);
        var restricted =
                new PayoutAccountRestrictedV1(
                        ACCOUNT, OWNER, USER, "PAYPAL", "4321", "account_closed", MONDAY);

        assertThat(PayoutNotices.of(activated))
                .isEqualTo(
                        account(
                                Priority.NORMAL,
                                "Payout account active",
                                "your account is verified; payouts are possible from 1 March 2027,"
                                        + " 09:30 UTC."));
        assertThat(PayoutNotices.of(restricted))
                .isEqualTo(
                        account(
                                Priority.HIGH,
                                "Payout account restricted",
                                "Nothing is paid to the account ending in 4321 until its details"
                                        + " are corrected."));
    }

    private static List<Notice> payout(Priority priority, String title, String body) {
        return List.of(
                new Notice(USER, NoticeType.PAYMENT, priority, title, body, "/payouts", true));
    }

    private static List<Notice> account(Priority priority, String title, String body) {
        return List.of(
                new Notice(
                        USER,
                        NoticeType.SECURITY,
                        priority,
                        title,
                        body,
                        "/payouts/accounts",
                        true));
    }
}
