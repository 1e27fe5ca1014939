package guildhall.payment.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import guildhall.payment.seal.JournalContent.Line;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Computes the hash of a seal, from nothing but what anybody can read in the database. In this
 * order, big-endian: the text {@code guildhall-journal-1}; the position (8 bytes); the previous
 * hash (32 bytes, zeros before the first); journal id, source type, source id, step, reason,
 * description, time; the number of lines (4 bytes); and for each line by its number: number, code,
 * owner and currency of its account, debit, credit, balance after, time. A text is its length in
 * bytes (4 bytes) and its UTF-8; an id 16 bytes; an amount 8 bytes; a time the microseconds since
 * 1970 (8 bytes).
 */
public final class HashChain {
    private static final String FORMAT = "guildhall-journal-1";
    private static final HexFormat HEX = HexFormat.of();

    public static SealHash next(SealHash previous, long position, JournalContent journal) {
        var bytes = new ByteArrayOutputStream(512);
        try (var out = new DataOutputStream(bytes)) {
            text(FORMAT, out);
            out.writeLong(position);
            out.write(HEX.parseHex(previous.hex()));
            journal(journal, out);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
        return new SealHash(HEX.formatHex(sha256().digest(bytes.toByteArray())));
    }

    private static void journal(JournalContent journal, DataOutputStream out) throws IOException {
        id(journal.journal(), out);
        text(journal.source().type(), out);
        id(journal.source().id(), out);
        text(journal.source().step(), out);
        text(journal.reason(), out);
        text(journal.description(), out);
        time(journal.postedAt(), out);
        out.writeInt(journal.lines().size());
        for (var line : journal.lines()) {
            line(line, out);
        }
    }

    private static void line(Line line, DataOutputStream out) throws IOException {
        out.writeLong(line.number());
        text(line.account().code(), out);
        text(line.account().owner(), out);
        text(line.account().currency(), out);
        out.writeLong(line.debit());
        out.writeLong(line.credit());
        out.writeLong(line.balanceAfter());
        time(line.at(), out);
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        var utf8 = text.getBytes(UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static void id(UUID id, DataOutputStream out) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static void time(Instant time, DataOutputStream out) throws IOException {
        out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, time));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has it", e);
        }
    }

    private HashChain() {}
}
