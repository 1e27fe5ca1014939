package guildhall.notification.inbox.adapter;

import static guildhall.notification.inbox.adapter.Samples.CLIENT;
import static guildhall.notification.inbox.adapter.Samples.MONDAY;
import static guildhall.notification.inbox.adapter.Samples.TALENT;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.AdjustmentId;
import guildhall.messages.id.InvoiceId;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.id.SubscriptionId;
import guildhall.messages.id.TaskId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.payment.AdjustmentEvents.AdjustmentPostedV1;
import guildhall.messages.payment.AdjustmentEvents.WalletAdjustedV1;
import guildhall.messages.payment.CreditEvents.CreditBonusGrantedV1;
import guildhall.messages.payment.CreditEvents.CreditsExpiredV1;
import guildhall.messages.payment.CreditEvents.CreditsPurchasedV1;
import guildhall.messages.payment.CreditEvents.CreditsRanLowV1;
import guildhall.messages.payment.CreditEvents.CreditsReservedV1;
import guildhall.messages.payment.CreditEvents.CreditsRevokedV1;
import guildhall.messages.payment.InvoiceEvents.InvoiceIssuedV1;
import guildhall.messages.payment.InvoiceEvents.InvoiceOverdueV1;
import guildhall.messages.payment.InvoiceEvents.InvoicePaidV1;
import guildhall.messages.payment.InvoiceEvents.InvoiceSubject;
import guildhall.messages.payment.SubscriptionEvents.SubscriptionActivatedV1;
import guildhall.messages.payment.SubscriptionEvents.SubscriptionCancelledV1;
import guildhall.messages.payment.SubscriptionEvents.SubscriptionExpiredV1;
import guildhall.messages.payment.SubscriptionEvents.SubscriptionPastDueV1;
import guildhall.messages.payment.SubscriptionEvents.SubscriptionRenewsSoonV1;
import guildhall.messages.payment.WalletStateEvents.WalletClosedV1;
import guildhall.messages.payment.WalletStateEvents.WalletFrozenV1;
import guildhall.messages.payment.WalletStateEvents.WalletUnfrozenV1;
import guildhall.notification.notice.NoticeType;
import guildhall.notification.notice.PartyNotice;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BillingNoticesTest {
    static final Party OWNER = CLIENT.party();
    static final InvoiceId INVOICE = new InvoiceId(new UUID(0, 40));
    static final SubscriptionId PLAN = new SubscriptionId(new UUID(0, 41));
    static final Money AMOUNT = Money.of(2_900, "USD");
    static final Money TAX = Money.of(0, "USD");

    @Test
    void asksForThePaymentOfWhatWasWrittenByHand() {
        assertThat(BillingNotices.of(issued("service", null)))
                .isEqualTo(
                        List.of(
                                notice(
                                        OWNER,
                                        "Invoice P-7",
                                        "Please pay 29.00 USD before 1 March 2027, 09:30 UTC.",
                                        "/invoices")));
    }

    @Test
    void saysNothingOfInvoicesThatArePaidAsTheyAreIssued() {
        var paid =
                new InvoicePaidV1(
                        INVOICE, "P-7", Party.PLATFORM, OWNER, subject("release"), AMOUNT, MONDAY);

        assertThat(BillingNotices.of(issued("release", null))).isEmpty();
        assertThat(BillingNotices.of(paid)).isEmpty();
    }

    @Test
    void tellsOfWhatCorrectsAnInvoice() {
        assertThat(BillingNotices.of(issued("release", INVOICE)))
                .isEqualTo(
                        List.of(
                                notice(
                                        OWNER,
                                        "Credit note P-7",
                                        "An invoice to you was corrected by 29.00 USD.",
                                        "/invoices")));
    }

    @Test
    void remindsBothPartiesButNotThePlatform() {
        var body = "29.00 USD was to be paid before 1 March 2027, 09:30 UTC.";

        assertThat(BillingNotices.of(overdue(TALENT.party())))
                .isEqualTo(
                        List.of(
                                notice(OWNER, "Overdue: invoice P-7", body, "/invoices"),
                                notice(TALENT.party(), "Overdue: invoice P-7", body, "/invoices")));
        assertThat(BillingNotices.of(overdue(Party.PLATFORM)))
                .isEqualTo(List.of(notice(OWNER, "Overdue: invoice P-7", body, "/invoices")));
    }

    @Test
    void tellsHowAPlanStands() {
        var past = new SubscriptionPastDueV1(OWNER, PLAN, AMOUNT, 1, MONDAY, MONDAY);

        assertThat(BillingNotices.of(activated(true)))
                .isEqualTo(plan("Trial of pro", "It lasts until 1 March 2027, 09:30 UTC."));
        assertThat(BillingNotices.of(activated(false)))
                .isEqualTo(plan("Your plan: pro", "It lasts until 1 March 2027, 09:30 UTC."));
        assertThat(BillingNotices.of(past))
                .isEqualTo(
                        plan(
                                "Your plan could not be paid",
                                "Your wallet does not cover 29.00 USD. The next try is on 1 March"
                                        + " 2027, 09:30 UTC."));
        assertThat(
                        BillingNotices.of(
                                new SubscriptionRenewsSoonV1(
                                        OWNER, PLAN, "pro", AMOUNT, MONDAY, MONDAY)))
                .isEqualTo(
                        plan(
                                "Your plan pro will be renewed",
                                "29.00 USD will be taken from your wallet on 1 March 2027, 09:30"
                                        + " UTC, unless you cancel it before."));
        assertThat(BillingNotices.of(new SubscriptionCancelledV1(OWNER, PLAN, MONDAY, MONDAY)))
                .isEqualTo(
                        plan(
                                "Your plan will not be renewed",
                                "You keep what it allows until 1 March 2027, 09:30 UTC."));
        assertThat(BillingNotices.of(new SubscriptionExpiredV1(OWNER, PLAN, MONDAY)))
                .isEqualTo(
                        plan(
                                "Your plan has ended",
                                "What it allowed is over; nothing of yours was deleted."));
    }

    @Test
    void tellsOfCreditsThatCameAndWent() {
        var intent = new PaymentIntentId(new UUID(0, 42));
        var bought = new CreditsPurchasedV1(OWNER, CLIENT.user(), intent, 10, AMOUNT, 12, MONDAY);

        assertThat(BillingNotices.of(bought))
                .isEqualTo(credits("Credits bought", "10 credits for 29.00 USD; you have 12."));
        assertThat(BillingNotices.of(new CreditBonusGrantedV1(OWNER, 2, 12, MONDAY, MONDAY)))
                .isEqualTo(
                        credits(
                                "Credits for you",
                                "We gave you 2 credits. Use them before 1 March 2027, 09:30 UTC."));
        assertThat(BillingNotices.of(new CreditsExpiredV1(OWNER, 2, 10, MONDAY)))
                .isEqualTo(
                        credits(
                                "Credits expired",
                                "2 credits that we gave you were not used in time."));
    }

    @Test
    void tellsOfCreditsThatABankTookBack() {
        var intent = new PaymentIntentId(new UUID(0, 42));

        assertThat(BillingNotices.of(new CreditsRevokedV1(OWNER, intent, 4, 1, MONDAY)))
                .isEqualTo(
                        credits(
                                "Credits taken back",
                                "Your bank took a payment for credits back, and so we did with 4 of"
                                        + " them that were not used; you have 1."));
    }

    @Test
    void warnsOfFewCredits() {
        assertThat(BillingNotices.of(new CreditsRanLowV1(OWNER, 4, 3, MONDAY)))
                .isEqualTo(
                        credits(
                                "Few credits left",
                                "You have 4 left, and a task of yours takes about 3."));
    }

    @Test
    void leavesTheStepsOfATaskToTheTask() {
        var task = new TaskId(new UUID(0, 43));

        assertThat(BillingNotices.of(new CreditsReservedV1(OWNER, task, 3, 7, MONDAY))).isEmpty();
    }

    @Test
    void tellsWhatAWalletMayBeUsedFor() {
        assertThat(BillingNotices.of(new WalletFrozenV1(OWNER, "USD", MONDAY)))
                .isEqualTo(
                        wallet(
                                "Wallet frozen",
                                "Nothing leaves your wallet in USD while we look into it; what you"
                                        + " earn still arrives."));
        assertThat(BillingNotices.of(new WalletUnfrozenV1(OWNER, "USD", MONDAY)))
                .isEqualTo(wallet("Wallet in use again", "You can use your wallet in USD again."));
        assertThat(BillingNotices.of(new WalletClosedV1(OWNER, "USD", MONDAY)))
                .isEqualTo(wallet("Wallet closed", "Your empty wallet in USD was closed."));
    }

    @Test
    void tellsEveryOwnerWhatStaffCorrected() {
        var posted =
                new AdjustmentPostedV1(
                        new AdjustmentId(new UUID(0, 44)),
                        AMOUNT,
                        "Paid twice",
                        List.of(
                                new WalletAdjustedV1(OWNER, "IN", AMOUNT),
                                new WalletAdjustedV1(TALENT.party(), "OUT", AMOUNT)),
                        CLIENT.user(),
                        TALENT.user(),
                        MONDAY);

        assertThat(BillingNotices.adjusted(posted))
                .isEqualTo(
                        List.of(
                                notice(
                                        OWNER,
                                        "Your wallet was corrected",
                                        "29.00 USD was added: Paid twice",
                                        "/wallet"),
                                notice(
                                        TALENT.party(),
                                        "Your wallet was corrected",
                                        "29.00 USD was taken: Paid twice",
                                        "/wallet")));
    }

    private static InvoiceIssuedV1 issued(String subject, @Nullable InvoiceId corrects) {
        return new InvoiceIssuedV1(
                INVOICE,
                "P-7",
                Party.PLATFORM,
                OWNER,
                subject(subject),
                AMOUNT,
                TAX,
                corrects == null ? MONDAY : null,
                corrects,
                MONDAY);
    }

    private static InvoiceOverdueV1 overdue(Party issuer) {
        return new InvoiceOverdueV1(
                INVOICE, "P-7", issuer, OWNER, subject("service"), AMOUNT, MONDAY);
    }

    private static InvoiceSubject subject(String type) {
        return new InvoiceSubject(type, new UUID(0, 45));
    }

    private static SubscriptionActivatedV1 activated(boolean trial) {
        return new SubscriptionActivatedV1(
                OWNER, PLAN, "pro", "pro-1", trial, List.of(), MONDAY, MONDAY);
    }

    private static List<PartyNotice> plan(String title, String body) {
        return List.of(notice(OWNER, title, body, "/plan"));
    }

    private static List<PartyNotice> credits(String title, String body) {
        return List.of(notice(OWNER, title, body, "/credits"));
    }

    private static List<PartyNotice> wallet(String title, String body) {
        return List.of(notice(OWNER, title, body, "/wallet"));
    }

    private static PartyNotice notice(Party to, String title, String body, String link) {
        return new PartyNotice(to, NoticeType.PAYMENT, title, body, link);
    }
}
