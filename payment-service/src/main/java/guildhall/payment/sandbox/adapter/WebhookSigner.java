package guildhall.payment.sandbox.adapter;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Signs webhooks the way the provider promises to. */
@WithSandbox
@Component
class WebhookSigner {
    private final SecretKeySpec key;

    WebhookSigner(@Value("${guildhall.payment.webhook.secret}") String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** The header for a body that is sent at this time. */
    String sign(String body, Instant at) {
        var signed = at.getEpochSecond() + "." + body;
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            var code = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return "t=%d,v1=%s".formatted(at.getEpochSecond(), HexFormat.of().formatHex(code));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
