package guildhall.runtime.web;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Safelist;

/**
 * Free text as it is stored: no markup, no control characters, one form of Unicode. What looks like
 * a tag is taken for one, so {@code List<String>} loses its {@code <String>}. Check lengths and
 * blanks on the result.
 */
public final class PlainText {
    private static final OutputSettings AS_IS = new OutputSettings().prettyPrint(false);
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u2028\\u2029\\u0085]");

    /** Control characters, halves of characters, and marks that turn the direction of text. */
    private static final Pattern UNWANTED =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\uFEFF\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Text of several lines; its line breaks stay. */
    public static String clean(String text) {
        var lines = LINE_END.matcher(text).replaceAll("\n");
        var visible = UNWANTED.matcher(withoutMarkup(lines)).replaceAll("");
        return Normalizer.normalize(visible, Normalizer.Form.NFC).strip();
    }

    /** A title or a name: one line, single spaces. */
    public static String cleanLine(String text) {
        return SPACE.matcher(clean(text)).replaceAll(" ");
    }

    /**
     * Text of several lines that must say something: markup may have been all there was.
     *
     * @param pointer to the field of the body that it is
     * @throws Refusal 400 when nothing is left
     */
    public static String required(String pointer, String text) {
        return present(pointer, clean(text));
    }

    /** {@link #required} of one line. */
    public static String requiredLine(String pointer, String text) {
        return present(pointer, cleanLine(text));
    }

    private static String present(String pointer, String clean) {
        if (clean.isEmpty()) {
            throw Refusal.field(pointer, "must not be blank");
        }
        return clean;
    }

    /** Repeats until nothing changes, so that escaped markup does not come back as markup. */
    private static String withoutMarkup(String text) {
        var before = text;
        while (before.indexOf('<') >= 0 || before.indexOf('&') >= 0) {
            var escaped = Jsoup.clean(before, "", Safelist.none(), AS_IS);
            var after = Parser.unescapeEntities(escaped, false);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        return before;
    }

    private PlainText() {}
}
