package guildhall.identity.session.adapter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import guildhall.identity.secret.Secrets;
import guildhall.identity.secret.Secrets.Purpose;
import guildhall.identity.session.Session.Live;
import guildhall.messages.id.SessionId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The chain of refresh tokens of a session. A token names its session and generation and proves
 * them with 256 bits that only this service can compute.
 */
@Component
class RefreshTokens {
    private static final int NAME_BYTES = 2 * Long.BYTES + Integer.BYTES;

    private final Secrets secrets;

    RefreshTokens(Secrets secrets) {
        this.secrets = secrets;
    }

    /** A token as it was shown; genuine only if {@link #isGenuine} says so. */
    record Shown(SessionId session, int generation, String proof) {
        @Override
        public String toString() {
            return "Shown[" + session + ", " + generation + "]";
        }
    }

    String of(Live session, int generation) {
        var id = session.id().value();
        var name =
                ByteBuffer.allocate(NAME_BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .putInt(generation);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name.array())
                + "."
                + proof(session, generation);
    }

    /** Empty when it does not even look like one. */
    Optional<Shown> read(String text) {
        var dot = text.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            var name = Base64.getUrlDecoder().decode(text.substring(0, dot));
            if (name.length != NAME_BYTES) {
                return Optional.empty();
            }
            var bytes = ByteBuffer.wrap(name);
            var session = new SessionId(new UUID(bytes.getLong(), bytes.getLong()));
            return Optional.of(new Shown(session, bytes.getInt(), text.substring(dot + 1)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Whether this service once gave this token out, however long ago. */
    boolean isGenuine(Live session, Shown shown) {
        return MessageDigest.isEqual(
                proof(session, shown.generation()).getBytes(US_ASCII),
                shown.proof().getBytes(US_ASCII));
    }

    private String proof(Live session, int generation) {
        return secrets.hash(
                Purpose.REFRESH_TOKEN, session.id() + "/" + session.seed() + "/" + generation);
    }
}
