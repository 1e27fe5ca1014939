package guildhall.identity.key.adapter;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;

/** The key pair of the period that begins then. */
record SigningKey(Instant periodStart, ECKey pair) {
    @Override
    public String toString() {
        return "SigningKey[" + periodStart + ", " + pair.getKeyID() + "]";
    }
}
