package guildhall.payment.sandbox.adapter;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Verifies {@code t=<epoch seconds>,v1=<hex>}, where v1 is the HMAC-SHA256 of {@code <t>.<body>}.
 * The time is signed as well, so that a recorded webhook is of no use to anybody later.
 */
@WithSandbox
@Component
class WebhookSignature {
    private static final Pattern FORM = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Duration tolerance;
    private final Clock clock;

    WebhookSignature(WebhookProperties properties, Clock clock) {
        this.key =
                new SecretKeySpec(properties.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.tolerance = properties.tolerance();
        this.clock = clock;
    }

    enum Verdict {
        GOOD,
        BAD,
        /** Good, but too old or ahead of time. */
        STALE
    }

    Verdict verify(Optional<String> header, String body) {
        var form = FORM.matcher(header.orElse(""));
        if (!form.matches()) {
            return Verdict.BAD;
        }
        var expected = sign(form.group(1) + "." + body);
        if (!MessageDigest.isEqual(expected, HexFormat.of().parseHex(form.group(2)))) {
            return Verdict.BAD;
        }
        var sentAt = Instant.ofEpochSecond(Long.parseLong(form.group(1)));
        var age = Duration.between(sentAt, clock.instant()).abs();
        return age.compareTo(tolerance) <= 0 ? Verdict.GOOD : Verdict.STALE;
    }

    private byte[] sign(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
