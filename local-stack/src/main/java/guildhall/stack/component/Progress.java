package guildhall.stack.component;

import java.time.Duration;

/** Hears what happens while components start and stop, from several threads at once. */
public interface Progress {
    void starting(String component);

    void ready(String component, String address, Duration took);

    void alreadyReady(String component, String address);

    void stopped(String component, Duration took);

    void failed(String component, String reason);

    /** Something worth knowing that is not a failure. */
    void note(String component, String text);

    /** For callers that show progress in their own way, or not at all. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void starting(String component) {}

            @Override
            public void ready(String component, String address, Duration took) {}

            @Override
            public void alreadyReady(String component, String address) {}

            @Override
            public void stopped(String component, Duration took) {}

            @Override
            public void failed(String component, String reason) {}

            @Override
            public void note(String component, String text) {}
        };
    }
}
