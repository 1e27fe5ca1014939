package guildhall.gateway.observe;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The header of <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>. Pure. */
final class TraceParent {
    static final String HEADER = "traceparent";

    private static final HexFormat HEX = HexFormat.of();
    private static final int FLAGS = 53;
    private static final int LENGTH = 55;

    /** Whether a caller wants to have its request traced; false for a header that says nothing. */
    static boolean isSampled(@Nullable String header) {
        return header != null
                && header.length() >= LENGTH
                && HexFormat.isHexDigit(header.charAt(FLAGS + 1))
                && (HexFormat.fromHexDigit(header.charAt(FLAGS + 1)) & 1) == 1;
    }

    /** Of a new trace that nobody records. */
    static String notSampled(RandomGenerator random) {
        return "00-"
                + HEX.toHexDigits(random.nextLong())
                + HEX.toHexDigits(random.nextLong())
                + "-"
                + HEX.toHexDigits(random.nextLong())
                + "-00";
    }

    private TraceParent() {}
}
