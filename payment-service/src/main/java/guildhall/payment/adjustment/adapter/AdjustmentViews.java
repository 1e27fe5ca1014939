package guildhall.payment.adjustment.adapter;

import guildhall.messages.money.Money;
import guildhall.payment.adjustment.Adjustment.Expired;
import guildhall.payment.adjustment.Adjustment.Known;
import guildhall.payment.adjustment.Adjustment.Posted;
import guildhall.payment.adjustment.Adjustment.Requested;
import guildhall.payment.adjustment.Adjustment.TurnedDown;
import guildhall.payment.adjustment.Adjustment.Withdrawn;
import guildhall.payment.adjustment.Correction;
import guildhall.payment.adjustment.Correction.Manual;
import guildhall.payment.adjustment.Correction.Reversal;
import guildhall.payment.approval.RulingView;
import guildhall.payment.ledger.AccountCode;
import guildhall.payment.ledger.Entry;
import guildhall.payment.ledger.Entry.Credit;
import guildhall.payment.ledger.Entry.Debit;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adjustments as staff sees them. */
final class AdjustmentViews {

    record AdjustmentView(
            UUID id,
            AdjustmentStatus status,
            Money amount,
            @Schema(description = "Shown on the statements of the wallets") String description,
            @Schema(description = "The journal that it reverses") @Nullable UUID reverses,
            @Schema(description = "What is posted") List<EntryView> entries,
            @Schema(description = "For the staff only") String reason,
            UUID requestedBy,
            Instant requestedAt,
            Instant expiresAt,
            @Schema(description = "Absent while it is open, and when it has expired")
                    @Nullable RulingView ruling) {
        static AdjustmentView of(Known adjustment) {
            var request = adjustment.request();
            var correction = request.correction();
            return new AdjustmentView(
                    request.id().value(),
                    AdjustmentStatus.of(adjustment),
                    correction.amount(),
                    correction.description(),
                    reversed(correction),
                    correction.entries().stream().map(EntryView::of).toList(),
                    request.reason(),
                    request.requestedBy().value(),
                    request.requestedAt(),
                    request.expiresAt(),
                    ruling(adjustment));
        }

        private static @Nullable UUID reversed(Correction correction) {
            return switch (correction) {
                case Manual _ -> null;
                case Reversal reversal -> reversal.journal();
            };
        }

        private static @Nullable RulingView ruling(Known adjustment) {
            return switch (adjustment) {
                case Requested _, Expired _ -> null;
                case Posted(_, var ruling) -> RulingView.of(ruling);
                case TurnedDown(_, var ruling) -> RulingView.of(ruling);
                case Withdrawn(_, var ruling) -> RulingView.of(ruling);
            };
        }
    }

    @Schema(description = "Has either a debit or a credit")
    record EntryView(
            AccountCode code, String owner, @Nullable Money debit, @Nullable Money credit) {
        static EntryView of(Entry entry) {
            var account = entry.account();
            return switch (entry) {
                case Debit(_, var amount) ->
                        new EntryView(account.code(), account.owner(), amount, null);
                case Credit(_, var amount) ->
                        new EntryView(account.code(), account.owner(), null, amount);
            };
        }
    }

    private AdjustmentViews() {}
}
