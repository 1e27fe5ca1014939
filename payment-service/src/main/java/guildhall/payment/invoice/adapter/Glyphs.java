package guildhall.payment.invoice.adapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** How wide text is in one font, and where its lines break. */
final class Glyphs {
    private final PDType0Font font;
    private final Map<Integer, Boolean> known = new HashMap<>();

    Glyphs(PDType0Font font) {
        this.font = font;
    }

    /** The text with a question mark for each character that the font does not have. */
    String known(String text) {
        var shown = new StringBuilder();
        text.codePoints()
                .forEach(c ->
                        shown.appendCodePoint(known.computeIfAbsent(c, this::isKnown) ? c : '?'));
        return shown.toString();
    }

    private boolean isKnown(int codePoint) {
        try {
            font.encode(Character.toString(codePoint));
            return true;
        } catch (IllegalArgumentException _) {
            return false; // This is how the font says that it lacks a glyph.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    float width(String text, float size) {
        try {
            return font.getStringWidth(known(text)) * size / 1000;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Breaks between words, and inside of words that are wider than a line. */
    List<String> wrap(String text, float width, float size) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.strip().split("\\s+")) {
            for (var piece : pieces(word, width, size)) {
                var longer = line.isEmpty() ? piece : line + " " + piece;
                if (!line.isEmpty() && width(longer, size) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                    line.append(piece);
                } else {
                    line.setLength(0);
                    line.append(longer);
                }
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private List<String> pieces(String word, float width, float size) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        for (int c : word.codePoints().toArray()) {
            var longer = piece + Character.toString(c);
            if (!piece.isEmpty() && width(longer, size) > width) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(c);
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
