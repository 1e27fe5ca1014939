package guildhall.payment.sandbox.adapter;

import guildhall.messages.id.PayoutId;
import guildhall.messages.money.Money;
import guildhall.payment.payout.PayoutReport;
import guildhall.payment.payout.PayoutReport.PayoutPaid;
import guildhall.payment.payout.PayoutReport.PayoutRefused;
import guildhall.payment.payout.PayoutReport.PayoutSentBack;
import guildhall.payment.payout.PayoutReport.PayoutUnderway;
import guildhall.payment.payout.RefusalKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param reference what we called the payout
 * @param failureCode only when nothing was paid, or not for good
 */
record PayoutData(
        @NotBlank @Size(max = 100) String transferId,
        @NotNull UUID reference,
        @Positive int attempt,
        @NotNull Money amount,
        @Nullable @Size(max = 100) String failureCode) {

    PayoutReport processing() {
        return new PayoutUnderway(payout(), attempt);
    }

    PayoutReport paid() {
        return new PayoutPaid(payout(), attempt, transferId, amount);
    }

    PayoutReport returned() {
        var code = failureCode == null ? "RETURNED" : failureCode;
        return new PayoutSentBack(payout(), attempt, transferId, amount, code);
    }

    PayoutReport failed() {
        var code = failureCode == null ? "REFUSED" : failureCode;
        return new PayoutRefused(payout(), attempt, code, kind(code));
    }

    static RefusalKind kind(String code) {
        return switch (code) {
            case "BANK_UNAVAILABLE" -> RefusalKind.TEMPORARY;
            case "ACCOUNT_CLOSED" -> RefusalKind.DESTINATION_REJECTED;
            default -> RefusalKind.FINAL;
        };
    }

    private PayoutId payout() {
        return new PayoutId(reference);
    }
}
