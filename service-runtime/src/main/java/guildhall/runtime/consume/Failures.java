package guildhall.runtime.consume;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Writes failures down, within bounds. */
final class Failures {
    private static final int MAX_MESSAGE = 2_000;
    private static final int MAX_STACK = 16_000;

    static DeadLetter.Failure describe(Throwable failure) {
        var stack = new StringWriter();
        failure.printStackTrace(new PrintWriter(stack));
        return new DeadLetter.Failure(
                failure.getClass().getName(),
                bounded(String.valueOf(failure.getMessage()), MAX_MESSAGE),
                bounded(stack.toString(), MAX_STACK));
    }

    private static String bounded(String text, int max) {
        var storable = text.replace('\u0000', '\ufffd');
        return storable.length() <= max ? storable : storable.substring(0, max);
    }

    private Failures() {}
}
