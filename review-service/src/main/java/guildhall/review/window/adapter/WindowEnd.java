package guildhall.review.window.adapter;

import guildhall.messages.id.ContractId;
import guildhall.review.window.WindowCommand.CloseWindow;
import guildhall.review.window.Windows;
import guildhall.runtime.timer.TimerHandler;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Whoever has not written by now does not any more. */
@Component
class WindowEnd implements TimerHandler {
    static final String NAME = "review.window-end";

    private final Windows windows;
    private final Clock clock;

    WindowEnd(Windows windows, Clock clock) {
        this.windows = windows;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void fire(String key) {
        windows.handle(new CloseWindow(ContractId.of(key), clock.instant()));
    }
}
