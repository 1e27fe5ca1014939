package guildhall.payment.reconciliation;

import java.util.UUID;

public record DifferenceId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
