package guildhall.payment.asset;

import guildhall.payment.asset.Sale.Captured;
import guildhall.payment.asset.Sale.Refused;
import java.time.Instant;

/** What happened to one sale. */
public sealed interface SaleEvent {
    record SaleCaptured(Captured sale) implements SaleEvent {}

    record SaleRefused(Refused sale) implements SaleEvent {}

    record SaleRefunded(Captured sale, Instant at) implements SaleEvent {}
}
