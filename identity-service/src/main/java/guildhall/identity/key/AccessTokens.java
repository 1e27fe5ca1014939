package guildhall.identity.key;

import java.time.Duration;

/** Signs access tokens. */
public interface AccessTokens {
    String sign(AccessClaims claims);

    /** How long each of them is good. */
    Duration life();
}
