package guildhall.identity.secret.adapter;

import guildhall.identity.secret.EvenPace;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Parks the thread until the even time is over; request threads are virtual, so this is cheap. */
@Component
class ParkingPace implements EvenPace {
    private final long nanos;

    ParkingPace(SecretProperties properties) {
        this.nanos = properties.evenPace().toNanos();
    }

    @Override
    public Lap begin() {
        var end = System.nanoTime() + nanos;
        return () -> parkUntil(end);
    }

    private static void parkUntil(long end) {
        for (var left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            LockSupport.parkNanos(left);
        }
    }
}
