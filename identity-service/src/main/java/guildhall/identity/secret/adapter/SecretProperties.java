package guildhall.identity.secret.adapter;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param tokenPepper the secret from which the keys for tokens are derived: at least 32 random
 *     characters, the same in all instances, no default
 * @param documentKey the same for what is stored of documents, and never changed
 * @param evenPace the least time that an answer takes which must not tell whether an account exists
 */
@Validated
@ConfigurationProperties("guildhall.identity.secret")
record SecretProperties(
        @NotNull @Size(min = 32) String tokenPepper,
        @NotNull @Size(min = 32) String documentKey,
        @DefaultValue("250ms") Duration evenPace) {
    @Override
    public String toString() {
        return "SecretProperties[evenPace=" + evenPace + "]";
    }
}
