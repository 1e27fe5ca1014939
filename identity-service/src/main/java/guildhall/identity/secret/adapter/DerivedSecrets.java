package guildhall.identity.secret.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import guildhall.identity.secret.Secrets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Component;

/** HKDF-SHA256 for the keys, HMAC-SHA256 for hashes, AES-256-GCM for what must be read again. */
@Component
class DerivedSecrets implements Secrets {
    private static final int TOKEN_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Map<Purpose, SecretKey> hashKeys = new EnumMap<>(Purpose.class);
    private final Map<Purpose, SecretKey> sealKeys = new EnumMap<>(Purpose.class);
    private final SecureRandom random = new SecureRandom();

    DerivedSecrets(SecretProperties properties) {
        for (var purpose : Purpose.values()) {
            var root = root(purpose, properties).getBytes(UTF_8);
            hashKeys.put(purpose, derive(root, "hash " + purpose, "HmacSHA256"));
            sealKeys.put(purpose, derive(root, "seal " + purpose, "AES"));
        }
    }

    private static String root(Purpose purpose, SecretProperties properties) {
        return switch (purpose) {
            case MAILED_TOKEN, REFRESH_TOKEN, SIGNING_KEY -> properties.tokenPepper();
            case DOCUMENT_NUMBER -> properties.documentKey();
        };
    }

    private static SecretKey derive(byte[] root, String info, String algorithm) {
        try {
            var parameters =
                    HKDFParameterSpec.ofExtract()
                            .addIKM(root)
                            .thenExpand(("guildhall identity " + info).getBytes(UTF_8), 32);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform lacks HKDF-SHA256", e);
        }
    }

    @Override
    public String randomToken() {
        return encode(randomBytes(TOKEN_BYTES));
    }

    @Override
    public String hash(Purpose purpose, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(hashKeys.get(purpose));
            return encode(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform lacks HmacSHA256", e);
        }
    }

    @Override
    public String seal(Purpose purpose, String plain, String label) {
        var nonce = randomBytes(NONCE_BYTES);
        try {
            var sealed =
                    cipher(Cipher.ENCRYPT_MODE, purpose, nonce, label)
                            .doFinal(plain.getBytes(UTF_8));
            return encode(nonce) + "." + encode(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot seal", e);
        }
    }

    @Override
    public Optional<String> open(Purpose purpose, String sealed, String label) {
        var dot = sealed.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            var nonce = Base64.getUrlDecoder().decode(sealed.substring(0, dot));
            var content = Base64.getUrlDecoder().decode(sealed.substring(dot + 1));
            var plain =
                    cipher(Cipher.DECRYPT_MODE, purpose, Arrays.copyOf(nonce, NONCE_BYTES), label)
                            .doFinal(content);
            return Optional.of(new String(plain, UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, Purpose purpose, byte[] nonce, String label)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealKeys.get(purpose), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(label.getBytes(UTF_8));
        return cipher;
    }

    private byte[] randomBytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
