package guildhall.payment.adjustment.adapter;

import guildhall.messages.id.AdjustmentId;
import guildhall.runtime.timer.TimerHandler;
import org.springframework.stereotype.Component;

/** Ends requests that nobody decided about in time. */
@Component
class AdjustmentExpiry implements TimerHandler {
    private final AdjustmentDesk desk;

    AdjustmentExpiry(AdjustmentDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return AdjustmentDesk.EXPIRY;
    }

    @Override
    public void fire(String key) {
        desk.expire(AdjustmentId.of(key));
    }
}
