package guildhall.payment.payoutaccount;

import java.time.Instant;

/** What happened to one payout account; the details are those after it. */
public sealed interface PayoutAccountEvent {
    AccountDetails details();

    record AccountOpened(AccountDetails details) implements PayoutAccountEvent {}

    /** A newer report of the provider changed nothing but the time of the newest report. */
    record ReportNoted(AccountDetails details) implements PayoutAccountEvent {}

    record DestinationChanged(AccountDetails details, Instant at) implements PayoutAccountEvent {}

    record AccountActivated(AccountDetails details, Instant at) implements PayoutAccountEvent {}

    record AccountRestricted(AccountDetails details, RestrictedBy by, String reason, Instant at)
            implements PayoutAccountEvent {}

    record AccountDisabled(AccountDetails details, Instant at) implements PayoutAccountEvent {}
}
