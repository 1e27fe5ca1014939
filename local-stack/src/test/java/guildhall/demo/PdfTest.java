package guildhall.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import guildhall.client.Api;
import guildhall.client.ClientFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class PdfTest {
    private static final String NAME = "inline; filename=\"INV-000007.pdf\"";

    @Test
    void findsTheNumberInsideACompressedStream() throws IOException {
        var pdf = new Pdf(new Api.File("application/pdf", NAME, pdf("Invoice INV-000007")));

        assertThatCode(() -> pdf.requireAbout("INV-000007")).doesNotThrowAnyException();
    }

    @Test
    void refusesAnotherInvoiceAnotherTypeAndHalfAFile() throws IOException {
        var other = pdf("Invoice INV-000008");
        var whole = pdf("Invoice INV-000007");
        var half = whole.substring(0, whole.length() - 5);

        refuses(new Api.File("application/pdf", NAME, other), "is not about INV-000007");
        refuses(new Api.File("text/html", NAME, whole), "not a PDF: text/html");
        refuses(new Api.File("application/pdf", NAME, half), "is cut off");
        refuses(new Api.File("application/pdf", "", whole), "has another name");
    }

    private static void refuses(Api.File file, String why) {
        assertThatExceptionOfType(ClientFailure.class)
                .isThrownBy(() -> new Pdf(file).requireAbout("INV-000007"))
                .withMessageContaining(why);
    }

    private static String pdf(String title) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            out.write(("/Title (" + title + ")").getBytes(ISO_8859_1));
        }
        return "%PDF-1.6\n1 0 obj <<>>\nstream\r\n"
                + packed.toString(ISO_8859_1)
                + "\nendstream\nendobj\n%%EOF\n";
    }
}
