package guildhall.payment.approval;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A ruling as staff sees it. */
public record RulingView(UUID by, String reason, Instant at) {
    public static RulingView of(Ruling ruling) {
        return new RulingView(ruling.by().value(), ruling.reason(), ruling.at());
    }

    public static List<RulingView> of(Approvals approvals) {
        return approvals.rulings().stream().map(RulingView::of).toList();
    }
}
