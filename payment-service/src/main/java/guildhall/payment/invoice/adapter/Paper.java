package guildhall.payment.invoice.adapter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * A4 pages that are written from top to bottom. The same writing gives the same bytes. The font is
 * embedded; it knows Latin, Greek and Cyrillic letters, and others appear as question marks.
 */
final class Paper implements AutoCloseable {
    static final float LEFT = 56;
    static final float RIGHT = PDRectangle.A4.getWidth() - 56;
    private static final float TOP = PDRectangle.A4.getHeight() - 56;
    private static final float BOTTOM = 72;
    private static final float LINE_SPACING = 1.35f;
    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final PDDocument document = new PDDocument();
    private final PDType0Font font;
    private final Glyphs glyphs;
    private Runnable heading = () -> {};
    private PDPageContentStream page;
    private float y = TOP;

    /** How text looks: its size in points. */
    record Style(float size, boolean bold) {
        static final Style PLAIN = new Style(9.5f, false);
        static final Style BOLD = new Style(9.5f, true);
        static final Style TITLE = new Style(22, true);
        static final Style SMALL = new Style(8, false);

        float lineHeight() {
            return size * LINE_SPACING;
        }
    }

    Paper(String title, UUID id, Instant at) {
        try (var stream = PDDocument.class.getResourceAsStream(FONT)) {
            font = PDType0Font.load(document, Objects.requireNonNull(stream), true);
            glyphs = new Glyphs(font);
            page = newPage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        document.setDocumentId(id.getLeastSignificantBits());
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setCreationDate(calendar(at));
    }

    /** What to write at the top of each page that follows. */
    void headPagesWith(Runnable rows) {
        heading = rows;
    }

    float y() {
        return y;
    }

    void moveTo(float newY) {
        y = newY;
    }

    void skip(float points) {
        y -= points;
    }

    /** Goes on to a new page unless there is room for so much. */
    void require(float points) {
        if (y - points < BOTTOM) {
            writing(PDPageContentStream::close);
            writing(_ -> page = newPage());
            y = TOP;
            heading.run();
        }
    }

    /** One line at the present height, beginning at x; the height stays. */
    void put(String text, float x, Style style) {
        var shown = glyphs.known(text);
        writing(stream -> {
            stream.beginText();
            stream.setFont(font, style.size());
            stream.setRenderingMode(style.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
            stream.setLineWidth(style.size() / 40);
            stream.newLineAtOffset(x, y - style.size());
            stream.showText(shown);
            stream.endText();
        });
    }

    /** One line at the present height that ends at x; the height stays. */
    void putRight(String text, float x, Style style) {
        put(text, x - glyphs.width(text, style.size()), style);
    }

    /** Lines from the present height downwards. */
    void lines(List<String> lines, float x, Style style) {
        for (var line : lines) {
            put(line, x, style);
            skip(style.lineHeight());
        }
    }

    List<String> wrap(String text, float width, Style style) {
        var wrapped = new ArrayList<String>();
        text.lines().forEach(line -> wrapped.addAll(glyphs.wrap(line, width, style.size())));
        return wrapped;
    }

    void rule() {
        writing(stream -> {
            stream.setLineWidth(0.5f);
            stream.moveTo(LEFT, y);
            stream.lineTo(RIGHT, y);
            stream.stroke();
        });
    }

    /** Writes the number of the page and of all pages under each, and closes the document. */
    byte[] finish(String footer) {
        writing(PDPageContentStream::close);
        try {
            int pages = document.getNumberOfPages();
            for (int i = 0; i < pages; i++) {
                page =
                        new PDPageContentStream(
                                document, document.getPage(i), AppendMode.APPEND, true, true);
                y = BOTTOM - 24;
                put(footer, LEFT, Style.SMALL);
                putRight("Page %d of %d".formatted(i + 1, pages), RIGHT, Style.SMALL);
                page.close();
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        writing(_ -> document.close());
    }

    private PDPageContentStream newPage() throws IOException {
        var sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        return new PDPageContentStream(document, sheet);
    }

    private interface Writing {
        void on(PDPageContentStream stream) throws IOException;
    }

    private void writing(Writing work) {
        try {
            work.on(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Calendar calendar(Instant at) {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(at.toEpochMilli());
        return calendar;
    }
}
