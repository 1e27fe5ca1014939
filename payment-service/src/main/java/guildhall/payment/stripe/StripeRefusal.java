package guildhall.payment.stripe;

import guildhall.payment.payout.RefusalKind;
import java.util.Locale;
import java.util.Set;

/** Why Stripe did not pay out, and what that means for what happens next. */
public final class StripeRefusal {
    private static final Set<String> OF_THE_DESTINATION =
            Set.of(
                    "account_closed",
                    "account_frozen",
                    "bank_account_restricted",
                    "bank_account_unusable",
                    "bank_account_unverified",
                    "bank_ownership_changed",
                    "debit_not_authorized",
                    "incorrect_account_holder_address",
                    "incorrect_account_holder_details",
                    "incorrect_account_holder_name",
                    "incorrect_account_holder_tax_id",
                    "invalid_account_number",
                    "invalid_card",
                    "invalid_currency",
                    "no_account",
                    "no_external_account_in_currency",
                    "payouts_not_allowed");

    private static final Set<String> FOR_THE_MOMENT =
            Set.of(
                    "balance_insufficient",
                    "could_not_process",
                    "declined",
                    "insufficient_funds",
                    "instant_payouts_unsupported",
                    "lock_timeout");

    public static RefusalKind kind(String code) {
        if (OF_THE_DESTINATION.contains(code)) {
            return RefusalKind.DESTINATION_REJECTED;
        }
        return FOR_THE_MOMENT.contains(code) ? RefusalKind.TEMPORARY : RefusalKind.FINAL;
    }

    /** In our words: {@code ACCOUNT_CLOSED}. */
    public static String reason(String code) {
        return code.toUpperCase(Locale.ROOT);
    }

    private StripeRefusal() {}
}
