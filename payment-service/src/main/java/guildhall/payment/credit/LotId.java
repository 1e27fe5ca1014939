package guildhall.payment.credit;

import java.util.UUID;

/** A purchase, or a bonus. */
public record LotId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
