package guildhall.notification.inbox.adapter;

import static guildhall.notification.notice.NoticeType.PAYMENT;
import static guildhall.notification.notice.Words.amount;
import static guildhall.notification.notice.Words.time;

import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.payment.AdjustmentEvents.AdjustmentPostedV1;
import guildhall.messages.payment.CreditEvents;
import guildhall.messages.payment.CreditEvents.CreditBonusGrantedV1;
import guildhall.messages.payment.CreditEvents.CreditCommandRejectedV1;
import guildhall.messages.payment.CreditEvents.CreditReservationFailedV1;
import guildhall.messages.payment.CreditEvents.CreditsConsumedV1;
import guildhall.messages.payment.CreditEvents.CreditsExpiredV1;
import guildhall.messages.payment.CreditEvents.CreditsPurchasedV1;
import guildhall.messages.payment.CreditEvents.CreditsRanLowV1;
import guildhall.messages.payment.CreditEvents.CreditsReleasedV1;
import guildhall.messages.payment.CreditEvents.CreditsReservedV1;
import guildhall.messages.payment.CreditEvents.CreditsRevokedV1;
import guildhall.messages.payment.InvoiceEvents;
import guildhall.messages.payment.InvoiceEvents.InvoiceIssuedV1;
import guildhall.messages.payment.InvoiceEvents.InvoiceOverdueV1;
import guildhall.messages.payment.InvoiceEvents.InvoicePaidV1;
import guildhall.messages.payment.SubscriptionEvents;
import guildhall.messages.payment.SubscriptionEvents.SubscriptionActivatedV1;
import guildhall.messages.payment.SubscriptionEvents.SubscriptionCancelledV1;
import guildhall.messages.payment.SubscriptionEvents.SubscriptionExpiredV1;
import guildhall.messages.payment.SubscriptionEvents.SubscriptionPastDueV1;
import guildhall.messages.payment.SubscriptionEvents.SubscriptionRenewsSoonV1;
import guildhall.messages.payment.WalletStateEvents;
import guildhall.messages.payment.WalletStateEvents.WalletClosedV1;
import guildhall.messages.payment.WalletStateEvents.WalletFrozenV1;
import guildhall.messages.payment.WalletStateEvents.WalletUnfrozenV1;
import guildhall.notification.notice.PartyNotice;
import java.util.List;
import java.util.stream.Stream;

/** What whoever acts for a party hears of its bills, plans, credits and of its wallet. */
final class BillingNotices {
    /** The subject of invoices that somebody wrote by hand, for which nothing was paid before. */
    private static final String SERVICE = "service";

    /** What is paid as it is issued was told of when it was paid. */
    static List<PartyNotice> of(InvoiceEvents event) {
        return switch (event) {
            case InvoiceIssuedV1 e -> issued(e);
            case InvoicePaidV1 _ -> List.of();
            case InvoiceOverdueV1 e ->
                    Stream.of(e.recipient(), e.issuer())
                            .filter(party -> party.type() != PartyType.PLATFORM)
                            .map(party ->
                                    invoice(
                                            party,
                                            "Overdue: invoice " + e.number(),
                                            amount(e.total())
                                                    + " was to be paid before "
                                                    + time(e.dueAt())
                                                    + "."))
                            .toList();
        };
    }

    private static List<PartyNotice> issued(InvoiceIssuedV1 e) {
        if (e.corrects() != null) {
            return List.of(
                    invoice(
                            e.recipient(),
                            "Credit note " + e.number(),
                            "An invoice to you was corrected by " + amount(e.total()) + "."));
        }
        var dueAt = e.dueAt();
        return dueAt == null || !e.subject().type().equals(SERVICE)
                ? List.of()
                : List.of(
                        invoice(
                                e.recipient(),
                                "Invoice " + e.number(),
                                "Please pay "
                                        + amount(e.total())
                                        + " before "
                                        + time(dueAt)
                                        + "."));
    }

    private static PartyNotice invoice(Party to, String title, String body) {
        return new PartyNotice(to, PAYMENT, title, body, "/invoices");
    }

    static List<PartyNotice> of(SubscriptionEvents event) {
        return List.of(
                switch (event) {
                    case SubscriptionActivatedV1 e ->
                            plan(
                                    e.subscriber(),
                                    (e.trial() ? "Trial of " : "Your plan: ") + e.plan(),
                                    "It lasts until " + time(e.until()) + ".");
                    case SubscriptionPastDueV1 e ->
                            plan(
                                    e.subscriber(),
                                    "Your plan could not be paid",
                                    "Your wallet does not cover "
                                            + amount(e.amount())
                                            + ". The next try is on "
                                            + time(e.nextAttemptAt())
                                            + ".");
                    case SubscriptionRenewsSoonV1 e ->
                            plan(
                                    e.subscriber(),
                                    "Your plan %s will be renewed".formatted(e.plan()),
                                    amount(e.price())
                                            + " will be taken from your wallet on "
                                            + time(e.renewsAt())
                                            + ", unless you cancel it before.");
                    case SubscriptionCancelledV1 e ->
                            plan(
                                    e.subscriber(),
                                    "Your plan will not be renewed",
                                    "You keep what it allows until " + time(e.endsAt()) + ".");
                    case SubscriptionExpiredV1 e ->
                            plan(
                                    e.subscriber(),
                                    "Your plan has ended",
                                    "What it allowed is over; nothing of yours was deleted.");
                });
    }

    private static PartyNotice plan(Party to, String title, String body) {
        return new PartyNotice(to, PAYMENT, title, body, "/plan");
    }

    static List<PartyNotice> of(CreditEvents event) {
        return switch (event) {
            case CreditsPurchasedV1 e ->
                    List.of(
                            credits(
                                    e.owner(),
                                    "Credits bought",
                                    "%d credits for %s; you have %d."
                                            .formatted(
                                                    e.units(), amount(e.price()), e.available())));
            case CreditsRanLowV1 e ->
                    List.of(
                            credits(
                                    e.owner(),
                                    "Few credits left",
                                    "You have %d left, and a task of yours takes about %d."
                                            .formatted(e.available(), e.unitsPerTask())));
            case CreditBonusGrantedV1 e ->
                    List.of(
                            credits(
                                    e.owner(),
                                    "Credits for you",
                                    "We gave you %d credits. Use them before %s."
                                            .formatted(e.units(), time(e.expiresAt()))));
            case CreditsExpiredV1 e ->
                    List.of(
                            credits(
                                    e.owner(),
                                    "Credits expired",
                                    "%d credits that we gave you were not used in time."
                                            .formatted(e.units())));
            case CreditsRevokedV1 e ->
                    List.of(
                            credits(
                                    e.owner(),
                                    "Credits taken back",
                                    ("Your bank took a payment for credits back, and so we did with"
                                                    + " %d of them that were not used; you have %d.")
                                            .formatted(e.units(), e.available())));
            // Steps of a task, of which its owner hears as such.
            case CreditsReservedV1 _,
                    CreditReservationFailedV1 _,
                    CreditsReleasedV1 _,
                    CreditsConsumedV1 _,
                    CreditCommandRejectedV1 _ ->
                    List.of();
        };
    }

    private static PartyNotice credits(Party to, String title, String body) {
        return new PartyNotice(to, PAYMENT, title, body, "/credits");
    }

    static List<PartyNotice> of(WalletStateEvents event) {
        return List.of(
                switch (event) {
                    case WalletFrozenV1 e ->
                            wallet(
                                    e.owner(),
                                    "Wallet frozen",
                                    "Nothing leaves your wallet in "
                                            + e.currency()
                                            + " while we look into it; what you earn still"
                                            + " arrives.");
                    case WalletUnfrozenV1 e ->
                            wallet(
                                    e.owner(),
                                    "Wallet in use again",
                                    "You can use your wallet in " + e.currency() + " again.");
                    case WalletClosedV1 e ->
                            wallet(
                                    e.owner(),
                                    "Wallet closed",
                                    "Your empty wallet in " + e.currency() + " was closed.");
                });
    }

    static List<PartyNotice> adjusted(AdjustmentPostedV1 e) {
        return e.wallets().stream()
                .map(change ->
                        wallet(
                                change.owner(),
                                "Your wallet was corrected",
                                amount(change.amount())
                                        + (change.direction().equals("IN")
                                                ? " was added: "
                                                : " was taken: ")
                                        + e.description()))
                .toList();
    }

    private static PartyNotice wallet(Party to, String title, String body) {
        return new PartyNotice(to, PAYMENT, title, body, "/wallet");
    }

    private BillingNotices() {}
}
