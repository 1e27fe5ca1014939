package guildhall.demo;

import static guildhall.client.ClientFailure.check;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import guildhall.client.Api;
import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A PDF as far as the demo reads one: that it is whole, and what its title says. */
record Pdf(Api.File file) {
    private static final int LARGEST_STREAM = 1 << 20;
    private static final Pattern STREAM = Pattern.compile("stream\r?\n");

    void requireAbout(String number) {
        var text = file.bytes();
        check(file.contentType().startsWith("application/pdf"), "not a PDF: " + file.contentType());
        check(text.startsWith("%PDF-"), "a PDF does not begin like this");
        check(text.stripTrailing().endsWith("%%EOF"), "the PDF is cut off");
        check(file.name().contains(number + ".pdf"), "the file has another name: " + file.name());
        check(unpacked(text).contains(number), "the PDF is not about " + number);
    }

    /** The text with its compressed parts. */
    private static String unpacked(String text) {
        var all = new StringBuilder(text);
        var streams = STREAM.matcher(text);
        while (streams.find()) {
            all.append(inflate(text.substring(streams.end()).getBytes(ISO_8859_1)));
        }
        return all.toString();
    }

    private static String inflate(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        var buffer = new byte[8_192];
        try (var inflater = new Inflater()) {
            inflater.setInput(bytes);
            var read = inflater.inflate(buffer);
            while (read > 0 && out.size() < LARGEST_STREAM) {
                out.write(buffer, 0, read);
                read = inflater.inflate(buffer);
            }
        } catch (DataFormatException _) {
            return ""; // Not compressed.
        }
        return out.toString(ISO_8859_1);
    }
}
