package guildhall.notification.inbox.adapter;

import static guildhall.notification.inbox.adapter.Samples.CLIENT;
import static guildhall.notification.inbox.adapter.Samples.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.CardRefundId;
import guildhall.messages.id.ChargebackId;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.payment.ChargebackEvents.ChargebackReceivedV1;
import guildhall.messages.payment.ChargebackEvents.ChargebackReturnedV1;
import guildhall.messages.payment.RefundEvents.RefundFailedV1;
import guildhall.messages.payment.RefundEvents.RefundProcessedV1;
import guildhall.messages.payment.RefundEvents.RefundRejectedV1;
import guildhall.messages.payment.RefundEvents.RefundRequestedV1;
import guildhall.notification.notice.Notice;
import guildhall.notification.notice.Notice.Priority;
import guildhall.notification.notice.NoticeType;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefundNoticesTest {
    static final CardRefundId REFUND = new CardRefundId(new UUID(0, 22));
    static final ChargebackId CHARGEBACK = new ChargebackId(new UUID(0, 23));
    static final PaymentIntentId INTENT = new PaymentIntentId(new UUID(0, 24));
    static final Party OWNER = CLIENT.party();
    static final UserId USER = CLIENT.user();
    static final Money AMOUNT = Money.of(2_500, "USD");

    @Test
    void saysWhereTheMoneyIsAfterEachOutcome() {
        var processed = new RefundProcessedV1(REFUND, OWNER, USER, INTENT, AMOUNT, MONDAY);
        var rejected =
                new RefundRejectedV1(REFUND, OWNER, USER, INTENT, AMOUNT, "Earned here.", MONDAY);
        var failed = new RefundFailedV1(REFUND, OWNER, USER, INTENT, AMOUNT, "card_closed", MONDAY);

        assertThat(RefundNotices.of(processed))
                .isEqualTo(
                        notice(
                                Priority.NORMAL,
                                "Refund sent",
                                "25.00 USD goes back to your card."));
        assertThat(RefundNotices.of(rejected))
                .isEqualTo(
                        notice(
                                Priority.NORMAL,
                                "Refund refused",
                                "25.00 USD stays in your wallet: Earned here."));
        assertThat(RefundNotices.of(failed))
                .isEqualTo(
                        notice(
                                Priority.HIGH,
                                "Refund failed",
                                "25.00 USD could not be sent to your card and is in your wallet"
                                        + " again."));
    }

    @Test
    void saysNothingOfWhatTheOwnerHasJustAskedFor() {
        var requested = new RefundRequestedV1(REFUND, OWNER, USER, INTENT, AMOUNT, MONDAY);

        assertThat(RefundNotices.of(requested)).isEmpty();
    }

    @Test
    void saysWhatIsOwedOfAPaymentThatTheBankTookBack() {
        assertThat(RefundNotices.of(received(Money.of(0, "USD"))))
                .isEqualTo(
                        notice(
                                Priority.HIGH,
                                "Payment taken back",
                                "Your bank took a payment of 25.00 USD back; it was taken from"
                                        + " your wallet."));
        assertThat(RefundNotices.of(received(Money.of(700, "USD"))))
                .isEqualTo(
                        notice(
                                Priority.HIGH,
                                "Payment taken back",
                                "Your bank took a payment of 25.00 USD back; you owe us 7.00 USD of"
                                        + " it. What comes into your wallet pays that first."));
    }

    @Test
    void saysWhatCameBackOfIt() {
        var returned = new ChargebackReturnedV1(CHARGEBACK, OWNER, USER, INTENT, AMOUNT, MONDAY);

        assertThat(RefundNotices.of(returned))
                .isEqualTo(
                        notice(
                                Priority.NORMAL,
                                "Payment returned to us",
                                "Your bank gave 25.00 USD back. It pays what you owe; the rest is"
                                        + " in your wallet."));
    }

    private static ChargebackReceivedV1 received(Money owed) {
        return new ChargebackReceivedV1(
                CHARGEBACK, OWNER, USER, INTENT, AMOUNT, owed, "fraudulent", MONDAY);
    }

    private static List<Notice> notice(Priority priority, String title, String body) {
        return List.of(
                new Notice(USER, NoticeType.PAYMENT, priority, title, body, "/wallet", true));
    }
}
